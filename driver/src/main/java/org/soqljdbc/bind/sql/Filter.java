package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Condition;

/**
 * What a condition of SQL selects, said in SOQL: exactly the rows for which it is true, which in SQL leaves out those
 * for which it is unknown.
 *
 * @param condition empty where it is the same for every row
 * @param always what it is for every row, where it is the same
 */
record Filter(Optional<Condition> condition, boolean always) {

    static final Filter ALL = new Filter(Optional.empty(), true);
    static final Filter NONE = new Filter(Optional.empty(), false);

    static Filter of(Condition condition) {
        return new Filter(Optional.of(condition), false);
    }

    static Filter constant(boolean always) {
        return always ? ALL : NONE;
    }

    boolean isNone() {
        return condition.isEmpty() && !always;
    }

    static Filter and(List<Filter> filters) {
        List<Condition> terms = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter.isNone()) {
                return NONE;
            }
            filter.condition.ifPresent(condition -> {
                if (condition instanceof Condition.And inner) {
                    terms.addAll(inner.terms());
                } else {
                    terms.add(condition);
                }
            });
        }
        return switch (terms.size()) {
            case 0 -> ALL;
            case 1 -> of(terms.get(0));
            default -> of(new Condition.And(terms));
        };
    }

    static Filter or(List<Filter> filters) {
        List<Condition> terms = new ArrayList<>();
        for (Filter filter : filters) {
            if (filter.condition.isEmpty() && filter.always) {
                return ALL;
            }
            filter.condition.ifPresent(condition -> {
                if (condition instanceof Condition.Or inner) {
                    terms.addAll(inner.terms());
                } else {
                    terms.add(condition);
                }
            });
        }
        return switch (terms.size()) {
            case 0 -> NONE;
            case 1 -> of(terms.get(0));
            default -> of(new Condition.Or(terms));
        };
    }
}
