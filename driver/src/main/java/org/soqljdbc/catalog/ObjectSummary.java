package org.soqljdbc.catalog;

/**
 * One object of the global describe.
 *
 * @param keyPrefix three characters, or "" where Salesforce gives none
 */
public record ObjectSummary(
        String name,
        String label,
        String labelPlural,
        String keyPrefix,
        boolean custom,
        boolean customSetting,
        boolean queryable,
        boolean createable,
        boolean updateable,
        boolean deletable,
        boolean deprecatedAndHidden) {}
