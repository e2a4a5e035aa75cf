package org.soqljdbc.tables;

/** The names of keys and indices, which Salesforce has none of and SQL clients want; each the same on every call. */
public final class KeyNames {

    /** The key of every object that has one. */
    public static final String ID = "Id";

    private KeyNames() {}

    public static String primaryKey(String table) {
        return "PK_" + table;
    }

    /** With the target, because a reference to several objects is one key for each of them. */
    public static String foreignKey(String table, String column, String target) {
        return "FK_" + table + "_" + column + "_" + target;
    }

    public static String index(String table, String column) {
        return "IX_" + table + "_" + column;
    }
}
