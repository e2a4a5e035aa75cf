package org.soqljdbc.exec.write;

import java.util.Optional;

/**
 * How far a write has come.
 *
 * @param object the object written to
 * @param operation {@code insert}, {@code update}, {@code upsert} or {@code delete}
 * @param written rows the org has confirmed so far
 * @param failed rows it has refused so far
 * @param total rows to be written; empty while they are still being read
 * @param jobId Id of the bulk job; empty for ordinary calls
 */
public record WriteProgress(
        String object, String operation, long written, long failed, Optional<Long> total, Optional<String> jobId) {}
