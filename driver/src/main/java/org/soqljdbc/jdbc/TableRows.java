package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.EditableQuery;
import org.soqljdbc.exec.write.PreparedUpdate;
import org.soqljdbc.exec.write.UpdateOutcome;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.parameter.Parameters;
import org.soqljdbc.jdbc.result.RowTarget;
import org.soqljdbc.jdbc.result.Warnings;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.Literals;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;

/** The rows of one object behind an updatable result set, written by statements as anybody could write them. */
final class TableRows implements RowTarget {

    private final ConnectionFace connection;
    private final EditableQuery query;
    private final Warnings warnings;
    private final CallControl control;

    /** @param control of the query's run: what ends it ends these writes too */
    TableRows(ConnectionFace connection, EditableQuery query, Warnings warnings, CallControl control) {
        this.connection = connection;
        this.query = query;
        this.warnings = warnings;
        this.control = control;
    }

    @Override
    public int idSlot() {
        return query.idSlot();
    }

    @Override
    public void requireSettable(int slot) throws SQLException {
        Column column = query.columns().get(slot);
        if (slot == query.idSlot()) {
            throw refused(column, "the org gives each row its Id");
        }
        if (!query.own().get(slot)) {
            throw refused(column, "it is no field of " + query.table() + " itself");
        }
        if (!column.writable()) {
            throw refused(column, "the org computes it, or the user may not write it");
        }
    }

    private static SQLException refused(Column column, String why) {
        return SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE, "Column " + column.label() + " cannot be changed: " + why);
    }

    @Override
    public Map<Integer, String> update(String id, Map<Integer, NewValue> values) throws SQLException {
        List<Integer> slots = List.copyOf(values.keySet());
        PreparedUpdate update = (PreparedUpdate) connection.read(query.update(slots));
        Parameters parameters = parameters(update, values);
        parameters.set(slots.size() + 1, id, null);
        Map<Integer, String> texts = texts(slots, parameters.all());
        requireFound(run(update, parameters.all()), id);
        return texts;
    }

    @Override
    public Map<Integer, String> insert(Map<Integer, NewValue> values) throws SQLException {
        List<Integer> slots = List.copyOf(values.keySet());
        PreparedUpdate insert = (PreparedUpdate) connection.read(query.insert(slots));
        Parameters parameters = parameters(insert, values);
        Map<Integer, String> texts = texts(slots, parameters.all());
        UpdateOutcome outcome = run(insert, parameters.all());
        outcome.keys().forEach(key -> texts.put(query.idSlot(), key.id()));
        return texts;
    }

    @Override
    public void delete(String id) throws SQLException {
        PreparedUpdate delete = (PreparedUpdate) connection.read(query.delete());
        requireFound(run(delete, List.of(parameter(id))), id);
    }

    @Override
    public RowValues read(String id, RowValues shown) throws SQLException {
        PreparedQuery select = (PreparedQuery) connection.read(query.select());
        RunOptions options = new RunOptions(0, 0, warnings::add);
        List<ParameterValue> parameters = List.of(parameter(id));
        try (RowStream rows = connection.heeding(() -> select.run(parameters, options, control))) {
            if (!rows.advance()) {
                throw gone(id);
            }
            return new Refreshed(rows.keep(), shown, query);
        }
    }

    private ParameterValue parameter(String id) {
        return new ParameterValue(id, connection.clock().zone());
    }

    private Parameters parameters(PreparedUpdate update, Map<Integer, NewValue> values) throws SQLException {
        Parameters parameters = new Parameters(update, connection.clock());
        int number = 0;
        for (NewValue value : values.values()) {
            number++;
            if (value.scale() != null) {
                int type = value.sqlType() == null ? Types.DECIMAL : value.sqlType();
                parameters.setAs(number, value.value(), type, value.scale());
            } else if (value.sqlType() != null) {
                parameters.setAs(number, value.value(), value.sqlType());
            } else {
                parameters.set(number, value.value(), null);
            }
        }
        return parameters;
    }

    /** What getters show of the values once they are written. */
    private Map<Integer, String> texts(List<Integer> slots, List<ParameterValue> parameters) throws SQLException {
        Map<Integer, String> texts = new HashMap<>();
        for (int at = 0; at < slots.size(); at++) {
            Column column = query.columns().get(slots.get(at));
            // Of bytes a row holds only where they are to be had, which a write does not change.
            if (column.type() != SfType.BASE64) {
                texts.put(slots.get(at), text(Literals.of(column.type(), parameters.get(at), column.label())));
            }
        }
        return texts;
    }

    private static String text(Value literal) {
        if (literal instanceof NullLiteral) {
            return null;
        }
        if (literal instanceof BooleanLiteral truth) {
            return Boolean.toString(truth.value());
        }
        return literal instanceof StringLiteral text ? text.value() : SoqlWriter.write(literal);
    }

    private UpdateOutcome run(PreparedUpdate update, List<ParameterValue> parameters) throws SQLException {
        return connection.heeding(() -> update.run(parameters, connection.updateOptions(true, warnings::add), control));
    }

    private void requireFound(UpdateOutcome outcome, String id) throws SQLException {
        if (outcome.count() == 0) {
            throw gone(id);
        }
    }

    private SQLException gone(String id) {
        return SqlErrors.of(
                SqlState.INVALID_CURSOR_STATE,
                "The " + query.table() + " with the Id " + id
                        + " is no longer there; it was deleted since it was read");
    }

    /** A row whose own columns were read again. */
    private static final class Refreshed implements RowView {

        private final RowValues fresh;
        private final RowValues shown;
        private final List<Boolean> own;
        private final int[] freshSlots;

        Refreshed(RowValues fresh, RowValues shown, EditableQuery query) {
            this.fresh = fresh;
            this.shown = shown;
            this.own = query.own();
            this.freshSlots = new int[own.size()];
            List<Integer> slots = query.ownSlots();
            for (int at = 0; at < slots.size(); at++) {
                freshSlots[slots.get(at)] = at;
            }
        }

        @Override
        public RowValues source(int ordinal) {
            return own.get(ordinal) ? fresh : shown;
        }

        @Override
        public int sourceOrdinal(int ordinal) {
            return own.get(ordinal) ? freshSlots[ordinal] : ordinal;
        }
    }
}
