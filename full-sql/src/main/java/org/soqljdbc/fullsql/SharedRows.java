package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/** The rows of a query that a plan asks more than once: read once and kept, unless there are too many. */
final class SharedRows {

    private final int most;
    private List<Object> kept;

    /** @param most rows that may be kept */
    SharedRows(int most) {
        this.most = most;
    }

    /** What was kept, else the rows as they come, which are kept when the last one has come. */
    Enumerator<Object> rows(Enumerator<Object> asked) {
        return new Enumerator<>() {
            private List<Object> seen = new ArrayList<>();

            @Override
            public boolean moveNext() {
                boolean more = asked.moveNext();
                if (!more && seen != null) {
                    kept = seen;
                } else if (seen != null && seen.size() >= most) {
                    seen = null;
                } else if (seen != null) {
                    seen.add(asked.current());
                }
                return more;
            }

            @Override
            public Object current() {
                return asked.current();
            }

            @Override
            public void reset() {
                asked.reset();
            }

            @Override
            public void close() {
                asked.close();
            }
        };
    }

    boolean areKept() {
        return kept != null;
    }

    Enumerator<Object> again() {
        return Linq4j.enumerator(kept);
    }
}
