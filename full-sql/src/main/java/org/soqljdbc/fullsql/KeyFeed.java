package org.soqljdbc.fullsql;

/**
 * A way by which the keys of one side of a join reach a scan on its other side, while a plan runs: rows with other keys
 * would find no partner.
 *
 * @param scan the scan that asks for these keys only
 * @param column the column of the scan's table that holds the key
 */
record KeyFeed(ScanSource scan, OrgTable.TableColumn column) {

    /** By identity: two joins may feed one column. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
