package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.Literals;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.WireTime;

/** What one call gives its procedure, by the names of its parameters. */
final class CallArguments {

    private final Procedure procedure;
    private final List<ParameterValue> values;

    /** @param values in the order of the procedure's parameters; missing ones at the end are null */
    CallArguments(Procedure procedure, List<ParameterValue> values) {
        this.procedure = procedure;
        this.values = new ArrayList<>(values);
    }

    Procedure procedure() {
        return procedure;
    }

    private Optional<Value> literal(String name) throws SQLException {
        for (int at = 0; at < procedure.parameters().size(); at++) {
            ProcedureParameter parameter = procedure.parameters().get(at);
            if (parameter.name().equals(name)) {
                ParameterValue value = at < values.size() ? values.get(at) : null;
                if (value == null || value.value() == null) {
                    return Optional.empty();
                }
                return Optional.of(Literals.of(parameter.type(), value, named(name)));
            }
        }
        throw new AssertionError(procedure.name() + " has no parameter " + name);
    }

    private String named(String name) {
        return "Parameter " + name + " of " + procedure.name();
    }

    Optional<String> optionalText(String name) throws SQLException {
        return literal(name).map(value -> value instanceof StringLiteral text ? text.value() : SoqlWriter.write(value));
    }

    /** @throws SQLException 22023 if it is null or empty */
    String text(String name) throws SQLException {
        return optionalText(name).filter(text -> !text.isBlank()).orElseThrow(() -> missing(name));
    }

    /** @throws SQLException 22023 if it is null; 22007 if it is no instant */
    Instant instant(String name) throws SQLException {
        Value value = literal(name).orElseThrow(() -> missing(name));
        if (!(value instanceof DateTimeLiteral)) {
            throw missing(name);
        }
        String text = SoqlWriter.write(value);
        return Instant.ofEpochSecond(WireTime.epochSecond(text), WireTime.nano(text));
    }

    private SQLException missing(String name) {
        return SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                named(name) + " must not be null or empty; call " + procedure.signature());
    }
}
