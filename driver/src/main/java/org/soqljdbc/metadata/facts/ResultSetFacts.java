package org.soqljdbc.metadata.facts;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;

/** What statements give back: streamed or kept rows, which can be changed where each is one record of one object. */
interface ResultSetFacts extends DatabaseMetaData {

    @Override
    default boolean supportsResultSetType(int type) {
        return type == ResultSet.TYPE_FORWARD_ONLY || type == ResultSet.TYPE_SCROLL_INSENSITIVE;
    }

    @Override
    default boolean supportsResultSetConcurrency(int type, int concurrency) {
        return supportsResultSetType(type)
                && (concurrency == ResultSet.CONCUR_READ_ONLY || concurrency == ResultSet.CONCUR_UPDATABLE);
    }

    // Rows are as they were when their page came, but for what was changed through them: an updated row shows what was
    // written, a deleted one stays as a hole, and an inserted one does not appear.

    @Override
    default boolean ownUpdatesAreVisible(int type) {
        return supportsResultSetType(type);
    }

    @Override
    default boolean ownDeletesAreVisible(int type) {
        return supportsResultSetType(type);
    }

    @Override
    default boolean ownInsertsAreVisible(int type) {
        return false;
    }

    @Override
    default boolean othersUpdatesAreVisible(int type) {
        return false;
    }

    @Override
    default boolean othersDeletesAreVisible(int type) {
        return false;
    }

    @Override
    default boolean othersInsertsAreVisible(int type) {
        return false;
    }

    @Override
    default boolean updatesAreDetected(int type) {
        return supportsResultSetType(type);
    }

    @Override
    default boolean deletesAreDetected(int type) {
        return supportsResultSetType(type);
    }

    @Override
    default boolean insertsAreDetected(int type) {
        return false;
    }

    // One result for each execution; several statements of a connection may have theirs open at a time.

    @Override
    default boolean supportsMultipleResultSets() {
        return false;
    }

    @Override
    default boolean supportsMultipleOpenResults() {
        return false;
    }

    @Override
    default boolean supportsRefCursors() {
        return false;
    }
}
