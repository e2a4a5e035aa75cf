package org.soqljdbc.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Condition;

/** A condition as the terms that must all be true. */
final class Conjunction {

    private Conjunction() {}

    /** The terms; none for no condition. */
    static List<Condition> terms(Optional<Condition> condition) {
        List<Condition> terms = new ArrayList<>();
        condition.ifPresent(whole -> add(whole, terms));
        return terms;
    }

    private static void add(Condition condition, List<Condition> terms) {
        if (condition instanceof Condition.And and) {
            and.terms().forEach(term -> add(term, terms));
        } else {
            terms.add(condition);
        }
    }

    /** The condition that all terms are true; empty for none. */
    static Optional<Condition> of(List<Condition> terms) {
        if (terms.size() > 1) {
            return Optional.of(new Condition.And(terms));
        }
        return terms.stream().findFirst();
    }

    /** Both conditions. */
    static Optional<Condition> and(Optional<Condition> condition, Condition further) {
        List<Condition> terms = new ArrayList<>(terms(condition));
        terms.add(further);
        return of(terms);
    }
}
