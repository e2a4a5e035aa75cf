package org.soqljdbc.metadata.facts;

import java.sql.DatabaseMetaData;
import java.sql.RowIdLifetime;

/** What else the driver is and does. */
interface ProductFacts extends DatabaseMetaData {

    // Writing.

    @Override
    default boolean supportsBatchUpdates() {
        return true;
    }

    /** The Id of each row inserted, which every reply of the org carries. */
    @Override
    default boolean supportsGetGeneratedKeys() {
        return true;
    }

    @Override
    default boolean supportsPositionedDelete() {
        return false;
    }

    @Override
    default boolean supportsPositionedUpdate() {
        return false;
    }

    /** A change to a Blob object never reaches the org. */
    @Override
    default boolean locatorsUpdateCopy() {
        return true;
    }

    // Only objects that describe calls queryable are listed. There are no procedures that could not be called.

    @Override
    default boolean allTablesAreSelectable() {
        return true;
    }

    @Override
    default boolean allProceduresAreCallable() {
        return true;
    }

    @Override
    default boolean supportsStoredProcedures() {
        return true;
    }

    @Override
    default boolean usesLocalFiles() {
        return false;
    }

    @Override
    default boolean usesLocalFilePerTable() {
        return false;
    }

    @Override
    default boolean supportsStatementPooling() {
        return false;
    }

    @Override
    default boolean supportsSharding() {
        return false;
    }

    @Override
    default RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    @Override
    default int getSQLStateType() {
        return sqlStateSQL;
    }

    @Override
    default int getJDBCMajorVersion() {
        return 4;
    }

    @Override
    default int getJDBCMinorVersion() {
        return 3;
    }

    @Override
    default String getDatabaseProductName() {
        return "Salesforce";
    }
}
