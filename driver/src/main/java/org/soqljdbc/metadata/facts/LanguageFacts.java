package org.soqljdbc.metadata.facts;

import java.sql.DatabaseMetaData;

/**
 * What a statement may say. Statements are SOQL as written, so these are SOQL's facts (SOQL and SOSL Reference); where
 * the driver learns more SQL, the answers change here.
 */
interface LanguageFacts extends DatabaseMetaData {

    // Words and functions. The functions are SOQL's own and are called by name; there are no JDBC escapes for them.

    @Override
    default String getSQLKeywords() {
        return SoqlWords.KEYWORDS;
    }

    @Override
    default String getNumericFunctions() {
        return SoqlWords.NUMERIC_FUNCTIONS;
    }

    @Override
    default String getStringFunctions() {
        return SoqlWords.STRING_FUNCTIONS;
    }

    @Override
    default String getSystemFunctions() {
        return "";
    }

    @Override
    default String getTimeDateFunctions() {
        return SoqlWords.TIME_DATE_FUNCTIONS;
    }

    @Override
    default boolean supportsConvert() {
        return false;
    }

    @Override
    default boolean supportsConvert(int fromType, int toType) {
        return false;
    }

    @Override
    default boolean supportsStoredFunctionsUsingCallSyntax() {
        return false;
    }

    @Override
    default boolean supportsNamedParameters() {
        return true;
    }

    // The select list: fields and SOQL's functions, by any name.

    @Override
    default boolean supportsColumnAliasing() {
        return true;
    }

    /** As SQL:92 demands; SOQL has no concatenation that could differ. */
    @Override
    default boolean nullPlusNonNullIsNull() {
        return true;
    }

    /** FOR UPDATE belongs to Apex; the REST API refuses it. */
    @Override
    default boolean supportsSelectForUpdate() {
        return false;
    }

    // FROM: one object and its parents, by joins from a reference to the Id it holds, or by paths; children by
    // subqueries.

    @Override
    default boolean supportsTableCorrelationNames() {
        return true;
    }

    @Override
    default boolean supportsDifferentTableCorrelationNames() {
        return false;
    }

    @Override
    default boolean supportsOuterJoins() {
        return false;
    }

    @Override
    default boolean supportsFullOuterJoins() {
        return false;
    }

    @Override
    default boolean supportsLimitedOuterJoins() {
        return true;
    }

    // WHERE: a subquery stands after IN, or after EXISTS tied to the outer query by one equality of keys.

    @Override
    default boolean supportsSubqueriesInIns() {
        return true;
    }

    @Override
    default boolean supportsSubqueriesInComparisons() {
        return false;
    }

    @Override
    default boolean supportsSubqueriesInExists() {
        return true;
    }

    @Override
    default boolean supportsSubqueriesInQuantifieds() {
        return false;
    }

    @Override
    default boolean supportsCorrelatedSubqueries() {
        return false;
    }

    @Override
    default boolean supportsLikeEscapeClause() {
        return true;
    }

    // GROUP BY and ORDER BY take fields that the select list need not have.

    @Override
    default boolean supportsGroupBy() {
        return true;
    }

    @Override
    default boolean supportsGroupByUnrelated() {
        return true;
    }

    @Override
    default boolean supportsGroupByBeyondSelect() {
        return true;
    }

    @Override
    default boolean supportsOrderByUnrelated() {
        return true;
    }

    @Override
    default boolean supportsExpressionsInOrderBy() {
        return false;
    }

    /** In both directions, unless the statement says NULLS LAST. */
    @Override
    default boolean nullsAreSortedAtStart() {
        return true;
    }

    @Override
    default boolean nullsAreSortedAtEnd() {
        return false;
    }

    @Override
    default boolean nullsAreSortedHigh() {
        return false;
    }

    @Override
    default boolean nullsAreSortedLow() {
        return false;
    }

    // No set operations, and none of the SQL conformance levels.

    @Override
    default boolean supportsUnion() {
        return false;
    }

    @Override
    default boolean supportsUnionAll() {
        return false;
    }

    @Override
    default boolean supportsMinimumSQLGrammar() {
        return false;
    }

    @Override
    default boolean supportsCoreSQLGrammar() {
        return false;
    }

    @Override
    default boolean supportsExtendedSQLGrammar() {
        return false;
    }

    @Override
    default boolean supportsANSI92EntryLevelSQL() {
        return false;
    }

    @Override
    default boolean supportsANSI92IntermediateSQL() {
        return false;
    }

    @Override
    default boolean supportsANSI92FullSQL() {
        return false;
    }

    // The schema is Salesforce's to change: no DDL, and no constraint clauses. Fields that refuse null exist.

    @Override
    default boolean supportsNonNullableColumns() {
        return true;
    }

    @Override
    default boolean supportsIntegrityEnhancementFacility() {
        return false;
    }

    @Override
    default boolean supportsAlterTableWithAddColumn() {
        return false;
    }

    @Override
    default boolean supportsAlterTableWithDropColumn() {
        return false;
    }
}
