package org.soqljdbc.grammar.soql.rules;

import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Operand;

/** Collects the left sides of a condition's comparisons, in order. */
final class Operands implements Condition.Visitor<Void> {

    private final List<Operand> found = new ArrayList<>();

    private Operands() {}

    static List<Operand> of(Condition condition) {
        Operands operands = new Operands();
        condition.accept(operands);
        return operands.found;
    }

    @Override
    public Void and(Condition.And node) {
        node.terms().forEach(term -> term.accept(this));
        return null;
    }

    @Override
    public Void or(Condition.Or node) {
        node.terms().forEach(term -> term.accept(this));
        return null;
    }

    @Override
    public Void not(Condition.Not node) {
        return node.term().accept(this);
    }

    @Override
    public Void comparison(Condition.Comparison node) {
        found.add(node.left());
        return null;
    }

    @Override
    public Void inList(Condition.InList node) {
        found.add(node.left());
        return null;
    }

    @Override
    public Void inParameter(Condition.InParameter node) {
        found.add(node.left());
        return null;
    }

    @Override
    public Void semiJoin(Condition.SemiJoin node) {
        found.add(node.left());
        return null;
    }

    @Override
    public Void includes(Condition.Includes node) {
        found.add(node.left());
        return null;
    }
}
