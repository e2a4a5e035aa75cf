package org.soqljdbc.exec.write;

import java.util.List;
import org.soqljdbc.types.ParameterValue;

/**
 * One entry of a batch.
 *
 * @param statement the same object for all entries of a prepared statement, which lets their rows travel together
 * @param parameters one for each {@code ?}
 */
public record BatchEntry(PreparedUpdate statement, List<ParameterValue> parameters) {}
