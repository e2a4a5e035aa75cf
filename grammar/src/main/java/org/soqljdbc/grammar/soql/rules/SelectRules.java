package org.soqljdbc.grammar.soql.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.Value;

/** What the SELECT list of one query may say. */
final class SelectRules {

    /** SOQL and SOSL Reference, "FIELDS()": rows when the fields are not known beforehand. */
    private static final int MAX_ROWS_WITH_ALL_FIELDS = 200;

    /** SOQL and SOSL Reference, "Relationship Query Limitations": relationships from child to parent in one path. */
    private static final int MAX_PARENTS = 5;

    private final SoqlQuery query;
    private final QueryNames names;
    private final Findings findings;
    private final boolean aggregate;
    /** The relationships that TYPEOF selects from. */
    private final Set<String> typedRelationships = new HashSet<>();

    private final Set<String> aliases = new HashSet<>();
    private final Set<String> fields = new HashSet<>();

    SelectRules(SoqlQuery query, QueryNames names, Findings findings) {
        this.query = query;
        this.names = names;
        this.findings = findings;
        this.aggregate = query.isAggregate();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.TypeOf typeOf) {
                typedRelationships.add(names.key(typeOf.relationship()));
            }
        }
    }

    void check() {
        Checks checks = new Checks();
        query.select().forEach(item -> item.accept(checks));
        query.select().forEach(this::checkLabelBesideField);
    }

    /** One check for each kind of item. */
    private final class Checks implements SelectItem.Visitor<Void> {

        @Override
        public Void expression(SelectItem.Expression item) {
            checkAlias(item);
            for (FieldPath path : QueryNames.paths(item.operand())) {
                if (names.fromRoot(path).size() > MAX_PARENTS + 1) {
                    findings.malformed("A path has at most " + MAX_PARENTS + " parents: " + path, path);
                }
            }
            if (item.operand() instanceof FieldPath path) {
                checkBesideTypeOf(path);
                if (item.alias().isEmpty() && !fields.add(names.key(path))) {
                    findings.invalidField("duplicate field selected: " + path, path);
                }
            }
            return null;
        }

        /** SOQL and SOSL Reference, "COUNT()". */
        @Override
        public Void countAll(SelectItem.CountAll item) {
            if (query.select().size() > 1) {
                findings.malformed("COUNT() must be the only element in the SELECT list", item);
            }
            if (query.groupBy().isPresent()) {
                findings.malformed("COUNT() cannot be grouped, COUNT(Id) can", item);
            }
            if (!query.orderBy().isEmpty()) {
                findings.malformed("COUNT() cannot be ordered", query.orderBy().get(0));
            }
            return null;
        }

        /** SOQL and SOSL Reference, "FIELDS()". */
        @Override
        public Void fieldSet(SelectItem.FieldSet item) {
            if (aggregate) {
                findings.malformed("The SOQL FIELDS function cannot be grouped or aggregated", item);
            } else if (item.kind() != SelectItem.FieldSet.Kind.STANDARD && !isSmall()) {
                findings.malformed(
                        "The SOQL FIELDS function must have a LIMIT of at most " + MAX_ROWS_WITH_ALL_FIELDS, item);
            }
            return null;
        }

        /** A child's own rules are checked when its turn comes. */
        @Override
        public Void child(SelectItem.Child item) {
            return null;
        }

        /** SOQL and SOSL Reference, "TYPEOF". */
        @Override
        public Void typeOf(SelectItem.TypeOf item) {
            if (aggregate) {
                findings.malformed("TYPEOF cannot be grouped or aggregated", item);
            }
            return null;
        }

        /** SOQL and SOSL Reference, "TYPEOF". */
        private void checkBesideTypeOf(FieldPath path) {
            if (typedRelationships.isEmpty()) {
                return;
            }
            List<String> fromRoot = names.fromRoot(path);
            // A longer path is refused anyway.
            int longest = Math.min(MAX_PARENTS, fromRoot.size() - 1);
            for (int length = 1; length <= longest; length++) {
                if (typedRelationships.contains(String.join(".", fromRoot.subList(0, length)))) {
                    findings.malformed("The relationship of TYPEOF cannot be selected from as well: " + path, path);
                }
            }
        }
    }

    /** SOQL and SOSL Reference, "GROUP BY" (aliases), "toLabel()", "FORMAT()", "convertCurrency()". */
    private void checkAlias(SelectItem.Expression item) {
        if (item.alias().isEmpty()) {
            return;
        }
        String alias = item.alias().get();
        if (!aggregate && !mayHaveAlias(item.operand())) {
            findings.malformed("only aggregate expressions use field aliasing", item);
        } else if (!aliases.add(QueryNames.folded(alias))) {
            findings.malformed("duplicate alias: " + alias, item);
        }
    }

    private static boolean mayHaveAlias(Operand operand) {
        return operand instanceof FunctionCall call
                && switch (call.function()) {
                    case TO_LABEL, FORMAT, CONVERT_CURRENCY, DISTANCE -> true;
                    default -> false;
                };
    }

    /** SOQL and SOSL Reference, "toLabel()": needs an alias beside the field itself. */
    private void checkLabelBesideField(SelectItem item) {
        if (item instanceof SelectItem.Expression expression
                && expression.alias().isEmpty()
                && expression.operand() instanceof FunctionCall call
                && call.function() == Function.TO_LABEL
                && call.arguments().get(0) instanceof FieldPath path
                && fields.contains(names.key(path))) {
            findings.invalidField("duplicate field selected: " + path, path);
        }
    }

    /** Whether the text itself says that there are few rows. A parameter may: it is taken at its word. */
    private boolean isSmall() {
        Optional<Value> limit = query.limit();
        if (limit.isPresent()) {
            if (limit.get() instanceof NumberLiteral number && isWithin(number)) {
                return true;
            }
            if (limit.get() instanceof Parameter) {
                return true;
            }
        }
        return query.where().map(this::testsFewIds).orElse(false);
    }

    private static boolean isWithin(NumberLiteral number) {
        String digits = number.digits().replaceFirst("^0+(?=.)", "");
        return digits.length() <= 3 && Integer.parseInt(digits) <= MAX_ROWS_WITH_ALL_FIELDS;
    }

    private boolean testsFewIds(Condition where) {
        if (where instanceof Condition.And and) {
            return and.terms().stream().anyMatch(this::testsFewIds);
        }
        if (where instanceof Condition.Or or) {
            List<Condition> terms = or.terms();
            return terms.size() <= MAX_ROWS_WITH_ALL_FIELDS && terms.stream().allMatch(this::testsFewIds);
        }
        if (where instanceof Condition.Comparison comparison) {
            return isId(comparison.left()) && comparison.operator() == Condition.Comparison.Operator.EQUAL;
        }
        if (where instanceof Condition.InList list) {
            return isId(list.left()) && !list.negated() && list.values().size() <= MAX_ROWS_WITH_ALL_FIELDS;
        }
        return where instanceof Condition.InParameter list && isId(list.left()) && !list.negated();
    }

    private boolean isId(Operand operand) {
        return names.key(operand).equals("id");
    }
}
