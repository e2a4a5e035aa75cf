package org.soqljdbc.metadata.facts;

import java.sql.DatabaseMetaData;

/** How names are written, stored and found: facts of the names, not of the language around them. */
interface IdentifierFacts extends DatabaseMetaData {

    // Salesforce keeps the spelling of an API name and finds it whatever its case; so does this driver, quoted or
    // not.

    @Override
    default boolean supportsMixedCaseIdentifiers() {
        return false;
    }

    @Override
    default boolean storesUpperCaseIdentifiers() {
        return false;
    }

    @Override
    default boolean storesLowerCaseIdentifiers() {
        return false;
    }

    @Override
    default boolean storesMixedCaseIdentifiers() {
        return true;
    }

    @Override
    default boolean supportsMixedCaseQuotedIdentifiers() {
        return false;
    }

    @Override
    default boolean storesUpperCaseQuotedIdentifiers() {
        return false;
    }

    @Override
    default boolean storesLowerCaseQuotedIdentifiers() {
        return false;
    }

    @Override
    default boolean storesMixedCaseQuotedIdentifiers() {
        return true;
    }

    @Override
    default String getIdentifierQuoteString() {
        return "\"";
    }

    /** For the patterns of the methods here: before {@code %}, {@code _} and itself. */
    @Override
    default String getSearchStringEscape() {
        return "\\";
    }

    /** API names have letters, digits and underscores only (SOQL and SOSL Reference, identifiers). */
    @Override
    default String getExtraNameCharacters() {
        return "";
    }

    // One schema and no catalogs.

    @Override
    default String getSchemaTerm() {
        return "schema";
    }

    @Override
    default String getCatalogTerm() {
        return "catalog";
    }

    @Override
    default String getProcedureTerm() {
        return "procedure";
    }

    @Override
    default boolean isCatalogAtStart() {
        return false;
    }

    @Override
    default String getCatalogSeparator() {
        return ".";
    }

    @Override
    default boolean supportsCatalogsInDataManipulation() {
        return false;
    }

    @Override
    default boolean supportsCatalogsInProcedureCalls() {
        return false;
    }

    @Override
    default boolean supportsCatalogsInTableDefinitions() {
        return false;
    }

    @Override
    default boolean supportsCatalogsInIndexDefinitions() {
        return false;
    }

    @Override
    default boolean supportsCatalogsInPrivilegeDefinitions() {
        return false;
    }

    // The schema may stand before a table in SQL.

    @Override
    default boolean supportsSchemasInDataManipulation() {
        return true;
    }

    @Override
    default boolean supportsSchemasInProcedureCalls() {
        return true;
    }

    @Override
    default boolean supportsSchemasInTableDefinitions() {
        return false;
    }

    @Override
    default boolean supportsSchemasInIndexDefinitions() {
        return false;
    }

    @Override
    default boolean supportsSchemasInPrivilegeDefinitions() {
        return false;
    }
}
