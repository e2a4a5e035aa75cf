package org.soqljdbc.metadata.facts;

import java.sql.DatabaseMetaData;

/** Sizes; 0 is, as JDBC has it, no limit or none that is known. */
interface LimitFacts extends DatabaseMetaData {

    // SOQL and SOSL Reference, "SOQL Limits".

    /** Characters. */
    @Override
    default int getMaxStatementLength() {
        return 100_000;
    }

    /** Characters of one string in WHERE. */
    @Override
    default int getMaxCharLiteralLength() {
        return 4_000;
    }

    /** No number of our own: SOQL takes 55 relationships (SOQL and SOSL Reference, "Relationship Query Limitations"). */
    @Override
    default int getMaxTablesInSelect() {
        return 0;
    }

    @Override
    default int getMaxColumnsInOrderBy() {
        return 32;
    }

    // Not limited, or by nothing that the driver could say for every org.

    @Override
    default int getMaxBinaryLiteralLength() {
        return 0;
    }

    @Override
    default int getMaxColumnNameLength() {
        return 0;
    }

    @Override
    default int getMaxColumnsInGroupBy() {
        return 0;
    }

    @Override
    default int getMaxColumnsInIndex() {
        return 0;
    }

    @Override
    default int getMaxColumnsInSelect() {
        return 0;
    }

    @Override
    default int getMaxColumnsInTable() {
        return 0;
    }

    @Override
    default int getMaxConnections() {
        return 0;
    }

    @Override
    default int getMaxCursorNameLength() {
        return 0;
    }

    @Override
    default int getMaxIndexLength() {
        return 0;
    }

    @Override
    default int getMaxSchemaNameLength() {
        return 0;
    }

    @Override
    default int getMaxProcedureNameLength() {
        return 0;
    }

    @Override
    default int getMaxCatalogNameLength() {
        return 0;
    }

    @Override
    default int getMaxRowSize() {
        return 0;
    }

    @Override
    default boolean doesMaxRowSizeIncludeBlobs() {
        return false;
    }

    @Override
    default int getMaxStatements() {
        return 0;
    }

    @Override
    default int getMaxTableNameLength() {
        return 0;
    }

    @Override
    default int getMaxUserNameLength() {
        return 0;
    }

    @Override
    default long getMaxLogicalLobSize() {
        return 0;
    }
}
