package org.soqljdbc.tables;

/**
 * A reference from one table to the Id of another.
 *
 * @param table the one that refers
 * @param column its reference field
 * @param parent the one referred to
 */
public record ForeignKey(String table, String column, String parent, DeleteRule deleteRule) {

    /** The same from both ends, and unique though a polymorphic lookup is a key to each of its targets. */
    public String name() {
        return KeyNames.foreignKey(table, column, parent);
    }
}
