package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** A statement of which describes must tell first how it is run. Not thread-safe. */
final class BoundLater implements PreparedUpdate {

    private final SqlText text;
    private final Choice choice;
    private PreparedUpdate chosen;

    /** Chooses how it is run. */
    interface Choice {
        PreparedUpdate of(CallControl control) throws SQLException;
    }

    BoundLater(SqlText text, Choice choice) {
        this.text = text;
        this.choice = choice;
    }

    PreparedUpdate chosen(CallControl control) throws SQLException {
        if (chosen == null) {
            chosen = choice.of(control);
        }
        return chosen;
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return chosen(CallControl.unlimited()).parameter(index);
    }

    @Override
    public List<Column> returning() throws SQLException {
        return chosen(CallControl.unlimited()).returning();
    }

    @Override
    public UpdateOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control)
            throws SQLException {
        WriteStatement.requireWritable(options);
        return chosen(control).run(parameters, options, control);
    }

    @Override
    public String nativeText() throws SQLException {
        return chosen(CallControl.unlimited()).nativeText();
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return chosen(control).explain(parameters, control);
    }
}
