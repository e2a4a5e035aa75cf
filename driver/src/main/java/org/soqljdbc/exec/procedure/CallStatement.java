package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soqljdbc.bind.write.ConstantExpressions;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** One call of a procedure, whose arguments fit it. */
final class CallStatement implements PreparedCall {

    private final Procedure procedure;
    private final SqlText text;
    private final List<Expression> arguments;
    private final ZoneId zone;
    private final OrgCalls org;

    /** @param arguments values and {@code ?}, one for each of the procedure's first parameters */
    CallStatement(Procedure procedure, SqlText text, List<Expression> arguments, ZoneId zone, OrgCalls org) {
        this.procedure = procedure;
        this.text = text;
        this.arguments = arguments;
        this.zone = zone;
        this.org = org;
    }

    @Override
    public List<ProcedureParameter> markers() {
        return IntStream.range(0, arguments.size())
                .filter(at -> arguments.get(at) instanceof Expression.Parameter)
                .mapToObj(procedure.parameters()::get)
                .toList();
    }

    @Override
    public List<Column> columns() {
        return procedure.columns();
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) {
        ProcedureParameter marker = markers().get(index);
        return Optional.of(Column.of(marker.name(), marker.type()));
    }

    @Override
    public String nativeText() {
        return SqlWriter.write(text.statement());
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) {
        return List.of("Language: SQL", "CALL " + procedure.signature() + ": " + procedure.remarks(), "API calls: 1");
    }

    @Override
    public CallOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control)
            throws SQLException {
        if (parameters.size() < text.parameterCount()) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The call has " + text.parameterCount() + " parameters, and " + parameters.size() + " were set");
        }
        ConstantExpressions constants = new ConstantExpressions(text, zone, Clock.systemUTC(), parameters);
        List<ParameterValue> values = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at++) {
            values.add(
                    procedure.parameters().get(at).out()
                            ? new ParameterValue(null, zone)
                            : constants.value(arguments.get(at)));
        }
        return Actions.of(procedure).run(new CallArguments(procedure, values), org, options, control);
    }
}
