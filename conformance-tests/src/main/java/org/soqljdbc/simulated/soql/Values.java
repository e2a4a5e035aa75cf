package org.soqljdbc.simulated.soql;

/** How values compare when no literal is involved. */
final class Values {

    private Values() {}

    /** Compares two values of one kind; numbers of different classes compare as doubles. */
    @SuppressWarnings("unchecked")
    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
