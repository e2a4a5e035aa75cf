package org.soqljdbc.exec.write;

import java.sql.SQLWarning;
import java.util.function.Consumer;

/**
 * How one execution of a write shall go.
 *
 * @param readOnly whether the connection is read-only, so that a write is refused
 * @param keysWanted whether the caller will ask for the keys: large jobs then match results by the rows they echo
 * @param warnings takes what the caller should know and need not act on
 * @param progress told as the chunks of a large write end
 */
public record UpdateOptions(
        boolean readOnly, boolean keysWanted, Consumer<SQLWarning> warnings, Consumer<WriteProgress> progress) {}
