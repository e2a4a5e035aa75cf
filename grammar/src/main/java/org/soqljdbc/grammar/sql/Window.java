package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/**
 * A window: {@code (base PARTITION BY .. ORDER BY .. frame)}. {@code OVER w} is a window with nothing but its base.
 *
 * @param base the name of a window of the WINDOW clause
 */
public record Window(
        Optional<Name> base, List<Expression> partitionBy, List<OrderItem> orderBy, Optional<Frame> frame) {

    public Window {
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * {@code ROWS|RANGE start}, or {@code ROWS|RANGE BETWEEN start AND end}.
     *
     * @param rows ROWS (true) or RANGE (false)
     * @param end the current row where it is absent
     */
    public record Frame(boolean rows, Bound start, Optional<Bound> end) {}

    /**
     * One end of a frame.
     *
     * @param distance present exactly for PRECEDING and FOLLOWING
     */
    public record Bound(Kind kind, Optional<Expression> distance) {

        /** Where a frame begins or ends. */
        public enum Kind {
            UNBOUNDED_PRECEDING,
            PRECEDING,
            CURRENT_ROW,
            FOLLOWING,
            UNBOUNDED_FOLLOWING
        }
    }
}
