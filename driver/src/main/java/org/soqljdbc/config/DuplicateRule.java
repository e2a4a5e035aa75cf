package org.soqljdbc.config;

/** What the org's duplicate rules do to writes, as property {@code duplicateRule} says. */
public enum DuplicateRule {
    /** A record that a rule alerts to is refused. */
    OBEY,
    /** A record that a rule only alerts to is saved; one that a rule blocks is refused all the same. */
    ALLOW
}
