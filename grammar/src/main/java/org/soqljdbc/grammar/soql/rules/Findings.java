package org.soqljdbc.grammar.soql.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find, in the order in which they look. */
final class Findings {

    private final List<RuleViolation> violations = new ArrayList<>();

    void malformed(String message, Object node) {
        violations.add(new RuleViolation(RuleViolation.MALFORMED_QUERY, message, node));
    }

    void invalidField(String message, Object node) {
        violations.add(new RuleViolation(RuleViolation.INVALID_FIELD, message, node));
    }

    List<RuleViolation> all() {
        return List.copyOf(violations);
    }
}
