package org.soqljdbc.grammar.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what stands directly under an expression, in the order of the text; queries are not looked into. */
final class Children implements PartialVisitor<List<Expression>> {

    static final Children FINDER = new Children();

    private Children() {}

    /** Everything that is not named here stands alone. */
    @Override
    public List<Expression> other(Expression node) {
        return List.of();
    }

    private static List<Expression> joined(List<Expression> first, List<Expression> second) {
        List<Expression> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static List<Expression> list(Optional<Expression> expression) {
        return expression.map(List::of).orElse(List.of());
    }

    private static List<Expression> ordered(List<OrderItem> items) {
        return items.stream().map(OrderItem::expression).toList();
    }

    @Override
    public List<Expression> and(Predicate.And node) {
        return node.terms();
    }

    @Override
    public List<Expression> or(Predicate.Or node) {
        return node.terms();
    }

    @Override
    public List<Expression> not(Predicate.Not node) {
        return List.of(node.term());
    }

    @Override
    public List<Expression> comparison(Predicate.Comparison node) {
        return List.of(node.left(), node.right());
    }

    @Override
    public List<Expression> quantified(Predicate.Quantified node) {
        return List.of(node.left());
    }

    @Override
    public List<Expression> isNull(Predicate.IsNull node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expression> isTruth(Predicate.IsTruth node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expression> between(Predicate.Between node) {
        return List.of(node.operand(), node.low(), node.high());
    }

    @Override
    public List<Expression> inList(Predicate.InList node) {
        return joined(List.of(node.operand()), node.items());
    }

    @Override
    public List<Expression> inParameter(Predicate.InParameter node) {
        return List.of(node.operand(), node.parameter());
    }

    @Override
    public List<Expression> inQuery(Predicate.InQuery node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expression> like(Predicate.Like node) {
        return joined(List.of(node.operand(), node.pattern()), list(node.escape()));
    }

    @Override
    public List<Expression> includes(Predicate.Includes node) {
        return joined(List.of(node.operand()), node.items());
    }

    @Override
    public List<Expression> dateWithCount(Expression.DateWithCount node) {
        return List.of(node.n());
    }

    @Override
    public List<Expression> arithmetic(Expression.Arithmetic node) {
        return List.of(node.left(), node.right());
    }

    @Override
    public List<Expression> negate(Expression.Negate node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expression> caseOf(Expression.Case node) {
        List<Expression> children = new ArrayList<>(list(node.operand()));
        for (Expression.Case.Branch branch : node.branches()) {
            children.add(branch.when());
            children.add(branch.then());
        }
        children.addAll(list(node.otherwise()));
        return List.copyOf(children);
    }

    @Override
    public List<Expression> cast(Expression.Cast node) {
        return List.of(node.operand());
    }

    @Override
    public List<Expression> extract(Expression.Extract node) {
        return List.of(node.source());
    }

    @Override
    public List<Expression> trim(Expression.Trim node) {
        return joined(list(node.characters()), List.of(node.source()));
    }

    @Override
    public List<Expression> row(Expression.Row node) {
        return node.elements();
    }

    @Override
    public List<Expression> typeOf(Expression.TypeOf node) {
        List<Expression> children = new ArrayList<>();
        children.add(node.path());
        node.branches().forEach(branch -> children.addAll(branch.paths()));
        children.addAll(node.otherwise());
        return List.copyOf(children);
    }

    @Override
    public List<Expression> call(FunctionCall node) {
        return joined(
                joined(node.arguments(), ordered(node.orderBy())),
                joined(list(node.filter()), node.over().map(Children::window).orElse(List.of())));
    }

    private static List<Expression> window(Window window) {
        List<Expression> distances = new ArrayList<>();
        window.frame().ifPresent(frame -> {
            frame.start().distance().ifPresent(distances::add);
            frame.end().flatMap(Window.Bound::distance).ifPresent(distances::add);
        });
        return joined(joined(window.partitionBy(), ordered(window.orderBy())), distances);
    }
}
