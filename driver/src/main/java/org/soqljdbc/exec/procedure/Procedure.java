package org.soqljdbc.exec.procedure;

import java.util.List;
import org.soqljdbc.types.Column;

/**
 * One procedure.
 *
 * @param name in capitals; calls ignore its case
 * @param parameters first those it takes, then those it gives
 * @param columns of the rows it gives; none if it gives a count
 * @param remarks one sentence without a full stop
 */
public record Procedure(String name, List<ProcedureParameter> parameters, List<Column> columns, String remarks) {

    public Procedure {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** How it is called: {@code NAME(first, second)}. */
    public String signature() {
        return name + "("
                + String.join(
                        ", ",
                        parameters.stream()
                                .map(parameter -> parameter.out() ? "OUT " + parameter.name() : parameter.name())
                                .toList())
                + ")";
    }
}
