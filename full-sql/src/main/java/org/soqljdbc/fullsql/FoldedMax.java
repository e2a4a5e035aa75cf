package org.soqljdbc.fullsql;

/**
 * The greatest of texts compared without case, in its own spelling; among equals the one that comes first, so that the
 * answer does not depend on the order of the rows. An aggregate by the names that Calcite looks for.
 */
public final class FoldedMax {

    /** For Calcite, which makes one for each plan. */
    public FoldedMax() {}

    public String init() {
        return null;
    }

    public String add(String so, String next) {
        if (next == null) {
            return so;
        }
        if (so == null) {
            return next;
        }
        int order = LocalFunctions.fold(next).compareTo(LocalFunctions.fold(so));
        boolean better = order == 0 ? next.compareTo(so) < 0 : order > 0;
        return better ? next : so;
    }

    public String merge(String so, String other) {
        return add(so, other);
    }

    public String result(String so) {
        return so;
    }
}
