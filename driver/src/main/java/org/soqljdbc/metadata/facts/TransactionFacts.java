package org.soqljdbc.metadata.facts;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;

/**
 * Salesforce has no transactions that span requests: isolation is NONE. Whether a commit sends anything depends on the
 * connection.
 */
interface TransactionFacts extends DatabaseMetaData {

    @Override
    default int getDefaultTransactionIsolation() {
        return Connection.TRANSACTION_NONE;
    }

    @Override
    default boolean supportsTransactionIsolationLevel(int level) {
        return level == Connection.TRANSACTION_NONE;
    }

    @Override
    default boolean supportsDataDefinitionAndDataManipulationTransactions() {
        return false;
    }

    @Override
    default boolean dataDefinitionCausesTransactionCommit() {
        return false;
    }

    @Override
    default boolean dataDefinitionIgnoredInTransactions() {
        return false;
    }

    @Override
    default boolean supportsSavepoints() {
        return false;
    }

    @Override
    default boolean autoCommitFailureClosesAllResultSets() {
        return false;
    }

    // So nothing ends at a commit either.

    @Override
    default boolean supportsOpenCursorsAcrossCommit() {
        return true;
    }

    @Override
    default boolean supportsOpenCursorsAcrossRollback() {
        return true;
    }

    @Override
    default boolean supportsOpenStatementsAcrossCommit() {
        return true;
    }

    @Override
    default boolean supportsOpenStatementsAcrossRollback() {
        return true;
    }

    @Override
    default int getResultSetHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    default boolean supportsResultSetHoldability(int holdability) {
        return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }
}
