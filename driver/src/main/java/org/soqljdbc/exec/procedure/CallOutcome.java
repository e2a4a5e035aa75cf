package org.soqljdbc.exec.procedure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.rows.RowStream;

/**
 * What a call gave.
 *
 * @param rows empty for a procedure without columns
 * @param count records changed, where there are no rows
 * @param given the values of the OUT parameters by name, as {@link org.soqljdbc.rows.ListRows} takes them: String, Number
 *     or null
 */
public record CallOutcome(Optional<RowStream> rows, long count, Map<String, Object> given) {

    public CallOutcome {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
