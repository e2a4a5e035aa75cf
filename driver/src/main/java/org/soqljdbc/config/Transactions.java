package org.soqljdbc.config;

/** What commit and rollback mean without auto-commit, as property {@code transactions} says. */
public enum Transactions {
    /** Writes apply at once; rolling back what was applied is refused. */
    NONE,
    /** Writes apply at once; rolling back what was applied is a warning. */
    IGNORE,
    /** Writes wait for commit, which sends them as one all-or-none request of up to 500 records. */
    ATOMIC
}
