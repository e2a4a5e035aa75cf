package org.soqljdbc.exec.spi;

import java.sql.SQLWarning;
import java.util.function.Consumer;

/**
 * How one execution of a statement shall go.
 *
 * @param maxRows the most rows to hand out, 0 for no bound
 * @param fetchSize the batchSize hint, 0 for the connection's
 * @param warnings takes what the caller should know and need not act on
 */
public record RunOptions(long maxRows, int fetchSize, Consumer<SQLWarning> warnings) {}
