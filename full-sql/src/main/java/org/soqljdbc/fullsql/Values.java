package org.soqljdbc.fullsql;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.types.ParameterValue;

/**
 * What one run gives a statement: its parameters, and one moment that the clock shows. As far as they can, both stay
 * parameters of the plan, which so runs with other values too; what must be known to plan becomes part of it.
 */
final class Values {

    private final Optional<List<ParameterValue>> parameters;
    private final ZoneId zone;
    private final Instant now;
    private final boolean binds;
    private final Bindings bindings = new Bindings();
    private final List<Optional<Bindings.Shape>> shapes = new ArrayList<>();
    private final Map<Integer, Object> counting = new TreeMap<>();
    private final Map<Integer, Bindings.Shape> clocks = new HashMap<>();
    private boolean hasBound;

    /**
     * @param parameters empty while they are not set
     * @param binds whether values may stay parameters of the plan
     */
    Values(Optional<List<ParameterValue>> parameters, ZoneId zone, Clock clock, boolean binds) {
        this.parameters = parameters;
        this.zone = zone;
        this.now = clock.instant();
        this.binds = binds;
        List<ParameterValue> given = parameters.orElse(List.of());
        for (int index = 0; index < given.size(); index++) {
            shapes.add(bindings.bind(index, Constants.plain(given.get(index), index + 1)));
        }
        if (binds && parameters.isPresent()) {
            LocalDateTime wall = Constants.wall(now, zone);
            // To the millisecond, as all times are here.
            clock(given.size(), wall.toLocalDate());
            clock(given.size() + 1, wall.toLocalTime());
            clock(given.size() + 2, Instant.ofEpochMilli(now.toEpochMilli() / 1000 * 1000 + 1));
            bindings.bind(given.size() + 2, Instant.ofEpochMilli(now.toEpochMilli()));
        }
    }

    /** The shape of what the clock shows does not depend on when it is asked. */
    private void clock(int index, Object value) {
        bindings.bind(index, value).ifPresent(shape -> clocks.put(index, shape));
    }

    ZoneId zone() {
        return zone;
    }

    boolean areSet() {
        return parameters.isPresent();
    }

    /** The value of a parameter that must be known to plan. */
    ParameterValue parameter(int index) {
        ParameterValue value = parameters.orElseThrow().get(index);
        counting.put(index, value);
        return value;
    }

    /** Whether a parameter of the plan stands for some value. */
    boolean hasBound() {
        return hasBound;
    }

    Bindings bindings() {
        return bindings;
    }

    /** What a plan made with these values is kept under. @param known which parameters are part of the plan */
    List<Optional<Bindings.Shape>> shapes(Set<Integer> known) {
        List<Optional<Bindings.Shape>> some = new ArrayList<>(shapes);
        known.forEach(index -> some.set(index, Optional.empty()));
        return some;
    }

    Map<Integer, Object> counting(Set<Integer> known) {
        Map<Integer, Object> values = new TreeMap<>();
        known.forEach(index -> values.put(index, parameters.orElseThrow().get(index)));
        return values;
    }

    /** The parameters that turned out to be part of the plan. */
    Set<Integer> counting() {
        return counting.keySet();
    }

    SqlNode parameter(Expression.Parameter node, SqlParserPos at) {
        if (parameters.isEmpty()) {
            return new SqlDynamicParam(node.index(), at);
        }
        Optional<Bindings.Shape> shape = binds ? shapes.get(node.index()) : Optional.empty();
        return shape.isPresent()
                ? bound(node.index(), shape.get(), at)
                : Constants.parameter(parameter(node.index()), node.index() + 1, at);
    }

    private SqlNode bound(int index, Bindings.Shape shape, SqlParserPos at) {
        hasBound = true;
        SqlDataTypeSpec type =
                new SqlDataTypeSpec(new SqlBasicTypeNameSpec(shape.type(), shape.precision(), shape.scale(), at), at);
        return SqlStdOperatorTable.CAST.createCall(at, new SqlDynamicParam(index, at), type);
    }

    SqlNode current(Expression.CurrentValue.Kind kind, SqlParserPos at) {
        if (binds && parameters.isPresent()) {
            int index = parameters.get().size()
                    + switch (kind) {
                        case CURRENT_DATE -> 0;
                        case CURRENT_TIME, LOCALTIME -> 1;
                        case CURRENT_TIMESTAMP, LOCALTIMESTAMP -> 2;
                    };
            return bound(index, clocks.get(index), at);
        }
        LocalDateTime wall = Constants.wall(now, zone);
        LocalDate day = wall.toLocalDate();
        LocalTime time = wall.toLocalTime();
        return switch (kind) {
            case CURRENT_DATE -> Constants.date(day, at);
            case CURRENT_TIME, LOCALTIME -> Constants.time(time, at);
            case CURRENT_TIMESTAMP, LOCALTIMESTAMP -> Constants.instant(now, at);
        };
    }
}
