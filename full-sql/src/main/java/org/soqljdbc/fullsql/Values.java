package org.soqljdbc.fullsql;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.types.ParameterValue;

/** What one run gives a statement: its parameters, and one moment that the clock shows. */
final class Values {

    private final Optional<List<ParameterValue>> parameters;
    private final ZoneId zone;
    private final Instant now;
    private boolean toldTime;

    /** @param parameters empty while they are not set */
    Values(Optional<List<ParameterValue>> parameters, ZoneId zone, Clock clock) {
        this.parameters = parameters;
        this.zone = zone;
        this.now = clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    boolean areSet() {
        return parameters.isPresent();
    }

    ParameterValue parameter(int index) {
        return parameters.orElseThrow().get(index);
    }

    /** Whether the plan depends on when it was made. */
    boolean hasToldTime() {
        return toldTime;
    }

    SqlNode parameter(Expression.Parameter node, SqlParserPos at) {
        return parameters.isPresent()
                ? Constants.parameter(parameters.get().get(node.index()), node.index() + 1, at)
                : new SqlDynamicParam(node.index(), at);
    }

    SqlNode current(Expression.CurrentValue.Kind kind, SqlParserPos at) {
        toldTime = true;
        return switch (kind) {
            case CURRENT_DATE -> Constants.date(Constants.wall(now, zone).toLocalDate(), at);
            case CURRENT_TIME, LOCALTIME ->
                Constants.time(Constants.wall(now, zone).toLocalTime(), at);
            case CURRENT_TIMESTAMP, LOCALTIMESTAMP -> Constants.instant(now, at);
        };
    }
}
