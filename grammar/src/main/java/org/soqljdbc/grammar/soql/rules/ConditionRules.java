package org.soqljdbc.grammar.soql.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.With;

/** What conditions may say, semi-joins above all (SOQL and SOSL Reference, "Comparison Operators"). */
final class ConditionRules {

    /** SOQL and SOSL Reference, "Semi-Joins with IN and Anti-Joins with NOT IN": in one query. */
    private static final int MAX_SEMI_JOINS = 2;

    /** The same: objects that cannot be asked inside. */
    private static final Set<String> NOT_INSIDE =
            Set.of("activityhistory", "attachment", "event", "note", "openactivity", "task");

    private static final Set<Condition.Comparison.Operator> NEAR_OR_FAR = Set.of(
            Condition.Comparison.Operator.LESS,
            Condition.Comparison.Operator.LESS_OR_EQUAL,
            Condition.Comparison.Operator.GREATER,
            Condition.Comparison.Operator.GREATER_OR_EQUAL);

    private final SoqlQuery query;
    private final QueryNames names;
    private final Findings findings;
    private int semiJoins;

    ConditionRules(SoqlQuery query, QueryNames names, Findings findings) {
        this.query = query;
        this.names = names;
        this.findings = findings;
    }

    /** @param outermost whether the query's own FROM names an object rather than a relationship */
    void check(boolean outermost) {
        query.where().ifPresent(where -> where.accept(new Walk(Place.ALLOWED, outermost)));
        query.having().ifPresent(having -> having.accept(new Walk(Place.ELSEWHERE, outermost)));
        query.with().forEach(with -> {
            if (with instanceof With.Filter filter) {
                filter.condition().accept(new Walk(Place.ELSEWHERE, outermost));
            }
        });
    }

    /** Where a condition stands, and why a semi-join may not stand there. */
    private enum Place {
        ALLOWED(null),
        UNDER_OR("Semi join sub-selects are not allowed with the 'OR' operator"),
        IN_SEMI_JOIN("Nesting of semi join sub-selects is not supported"),
        ELSEWHERE("Semi join sub-selects are only allowed at the top level WHERE expressions");

        private final Optional<String> refusal;

        Place(String refusal) {
            this.refusal = Optional.ofNullable(refusal);
        }

        /** The first reason stays. */
        Place inside(Place inner) {
            return this == ALLOWED ? inner : this;
        }
    }

    /** Goes through one condition; a semi-join is in place only in WHERE, under nothing but AND. */
    private final class Walk implements Condition.Visitor<Void> {

        private final Place place;
        private final boolean outermost;

        Walk(Place place, boolean outermost) {
            this.place = place;
            this.outermost = outermost;
        }

        @Override
        public Void and(Condition.And node) {
            node.terms().forEach(term -> term.accept(this));
            return null;
        }

        @Override
        public Void or(Condition.Or node) {
            Walk inside = new Walk(place.inside(Place.UNDER_OR), outermost);
            node.terms().forEach(term -> term.accept(inside));
            return null;
        }

        @Override
        public Void not(Condition.Not node) {
            return node.term().accept(new Walk(place.inside(Place.ELSEWHERE), outermost));
        }

        @Override
        public Void comparison(Condition.Comparison node) {
            if (node.left() instanceof FunctionCall call) {
                if (call.function() == Function.DISTANCE && !NEAR_OR_FAR.contains(node.operator())) {
                    findings.malformed("DISTANCE() is compared with < and > only", node);
                }
                if (call.function().kind() == Function.Kind.DATE
                        && call.function() != Function.DAY_ONLY
                        && node.right() instanceof DateConstant) {
                    findings.malformed(call.function() + " is a number, not a date", node);
                }
            }
            return null;
        }

        @Override
        public Void inList(Condition.InList node) {
            refuseDistance(node.left(), node);
            return null;
        }

        @Override
        public Void inParameter(Condition.InParameter node) {
            refuseDistance(node.left(), node);
            return null;
        }

        private void refuseDistance(Operand left, Condition node) {
            if (left instanceof FunctionCall call && call.function() == Function.DISTANCE) {
                findings.malformed("DISTANCE() is compared with < and > only", node);
            }
        }

        @Override
        public Void includes(Condition.Includes node) {
            return null;
        }

        @Override
        public Void semiJoin(Condition.SemiJoin node) {
            place.refusal.ifPresent(message -> findings.malformed(message, node));
            if (++semiJoins == MAX_SEMI_JOINS + 1) {
                findings.malformed("Maximum " + MAX_SEMI_JOINS + " semi join sub-selects are allowed", node);
            }
            if (!(node.left() instanceof FieldPath path) || names.fromRoot(path).size() > 1) {
                findings.malformed("The left side of a semi join is a field of the object itself", node.left());
            }
            checkInner(node);
            if (outermost
                    && QueryNames.folded(node.query().root().path().toString())
                            .equals(QueryNames.folded(query.root().path().toString()))) {
                findings.malformed("The inner and outer selects should not be on the same object type", node);
            }
            return null;
        }
    }

    private void checkInner(Condition.SemiJoin node) {
        SoqlQuery inner = node.query();
        if (!selectsOneField(inner)) {
            findings.malformed("A semi join selects one field of the inner object itself", node);
        }
        if (hasOtherClauses(inner)) {
            findings.malformed("A semi join has SELECT, FROM and WHERE only", node);
        }
        String object = QueryNames.folded(inner.root().path().toString());
        if (NOT_INSIDE.contains(object) || object.endsWith("__tag")) {
            findings.malformed("Entity '" + inner.root().path() + "' is not supported in semi joins", node);
        }
        inner.where().ifPresent(where -> {
            new FunctionRules(onlyWhere(inner), findings).check();
            where.accept(new ConditionRules(inner, new QueryNames(inner), findings).new Walk(Place.IN_SEMI_JOIN, true));
        });
    }

    private static boolean selectsOneField(SoqlQuery inner) {
        return inner.select().size() == 1
                && inner.select().get(0) instanceof SelectItem.Expression expression
                && expression.alias().isEmpty()
                && expression.operand() instanceof FieldPath path
                && new QueryNames(inner).fromRoot(path).size() == 1;
    }

    private static boolean hasOtherClauses(SoqlQuery inner) {
        return !onlyWhere(inner).equals(inner);
    }

    /** The query without any clause but SELECT, FROM and WHERE. */
    private static SoqlQuery onlyWhere(SoqlQuery inner) {
        return new SoqlQuery(
                inner.select(),
                List.of(inner.root()),
                Optional.empty(),
                inner.where(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
