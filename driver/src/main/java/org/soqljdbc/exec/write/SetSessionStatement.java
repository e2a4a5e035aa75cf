package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** {@code SET SESSION name = value}: changes how this connection writes from now on. Costs no call. */
final class SetSessionStatement implements PreparedUpdate {

    private final SqlText text;
    private final SqlStatement.SetSession statement;
    private final WriteContext context;

    SetSessionStatement(SqlText text, SqlStatement.SetSession statement, WriteContext context) {
        this.text = text;
        this.statement = statement;
        this.context = context;
    }

    private String name() {
        return statement.name().stream().map(Name::text).collect(Collectors.joining("."));
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) {
        return Optional.empty();
    }

    @Override
    public List<Column> returning() {
        return List.of();
    }

    @Override
    public UpdateOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control)
            throws SQLException {
        ParameterCount.require(text.parameterCount(), parameters);
        context.session().set(name(), value(parameters));
        return UpdateOutcome.of(0);
    }

    /** A word such as {@code ignore} may stand without quotes; DEFAULT and NULL go back to the connection's own. */
    private Optional<String> value(List<ParameterValue> parameters) throws SQLException {
        if (statement.value() instanceof Expression.Default) {
            return Optional.empty();
        }
        if (statement.value() instanceof Expression.Column word && word.names().size() == 1) {
            return Optional.of(word.names().get(0).text());
        }
        ParameterValue value = context.constants(text, parameters).value(statement.value());
        return Optional.ofNullable(value.value()).map(Object::toString);
    }

    @Override
    public String nativeText() {
        return "";
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) {
        return List.of("language: SQL", "calls: 0", "here: changes " + name() + " of this connection");
    }
}
