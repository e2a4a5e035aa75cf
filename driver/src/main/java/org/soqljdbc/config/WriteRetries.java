package org.soqljdbc.config;

/** Which writes may be sent again, as property {@code retryWrites} says. */
public enum WriteRetries {
    /** Those that surely did not start. */
    SAFE,
    /** Also updates, deletes and upserts whose answer is missing: they may fire triggers twice. Never inserts. */
    IDEMPOTENT
}
