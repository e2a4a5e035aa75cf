package org.soqljdbc.plan;

import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Operand;

/** Gathers what the comparisons of a condition are about. */
final class ConditionOperands implements Condition.Visitor<Void> {

    private final List<Operand> found = new ArrayList<>();

    private ConditionOperands() {}

    static ConditionOperands of(Condition condition) {
        ConditionOperands operands = new ConditionOperands();
        condition.accept(operands);
        return operands;
    }

    List<Operand> found() {
        return found;
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
        return add(node.left());
    }

    @Override
    public Void inList(Condition.InList node) {
        return add(node.left());
    }

    @Override
    public Void inParameter(Condition.InParameter node) {
        return add(node.left());
    }

    @Override
    public Void semiJoin(Condition.SemiJoin node) {
        return add(node.left());
    }

    @Override
    public Void includes(Condition.Includes node) {
        return add(node.left());
    }

    private Void add(Operand operand) {
        found.add(operand);
        return null;
    }
}
