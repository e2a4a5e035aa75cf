package org.soqljdbc.bind.sql;

/** One SOQL query cannot say this. Thrown through visitors, and never leaves the package. */
final class NotInSoql extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object node;

    /** @param construct what cannot be said, as it would stand in a sentence: {@code a FULL JOIN} */
    NotInSoql(Object node, String construct) {
        super(construct, null, false, false);
        this.node = node;
    }

    /** The part of the tree that says it. */
    Object node() {
        return node;
    }
}
