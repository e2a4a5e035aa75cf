package org.soqljdbc.bind.sql;

/** One SOQL query cannot say this. Thrown through visitors, and never leaves the package. */
final class NotInSoql extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object node;
    private final boolean ofChildren;

    /** @param construct what cannot be said, as it would stand in a sentence: {@code a FULL JOIN} */
    NotInSoql(Object node, String construct) {
        this(node, construct, false);
    }

    private NotInSoql(Object node, String construct, boolean ofChildren) {
        super(construct, null, false, false);
        this.node = node;
        this.ofChildren = ofChildren;
    }

    /** The same of a statement with child subqueries. */
    NotInSoql besideChildren() {
        return new NotInSoql(node, getMessage(), true);
    }

    /** Whether the statement has child subqueries, which are SOQL's own. */
    boolean isBesideChildren() {
        return ofChildren;
    }

    /** The part of the tree that says it. */
    Object node() {
        return node;
    }
}
