package org.soqljdbc.metadata;

/** The names that Salesforce has none of and SQL clients want; each the same on every call. */
final class Names {

    /** The one table type; clients ask for tables by this word. */
    static final String TABLE_TYPE = "TABLE";

    /** The key of every object that has one. */
    static final String ID = "Id";

    private Names() {}

    static String primaryKey(String table) {
        return "PK_" + table;
    }

    /** With the target, because a reference to several objects is one key for each of them. */
    static String foreignKey(String table, String column, String target) {
        return "FK_" + table + "_" + column + "_" + target;
    }

    static String index(String table, String column) {
        return "IX_" + table + "_" + column;
    }
}
