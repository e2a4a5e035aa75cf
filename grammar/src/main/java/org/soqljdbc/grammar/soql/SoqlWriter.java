package org.soqljdbc.grammar.soql;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes SOQL: the only place that quotes, escapes and parenthesizes.
 *
 * <p>{@code read(write(query)).query()} equals the query that was written. A name, number or date that no text could
 * have made is refused, so that no value can change what the text says.
 *
 * <p>Every AND and OR inside another condition stands in parentheses, and NOT always does, as does its condition
 * ({@code (NOT (Name LIKE 'A%'))}), because Salesforce has no precedence among them.
 */
public final class SoqlWriter {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final StringBuilder out = new StringBuilder();
    private final ValueWriter values = new ValueWriter(out);
    private final Conditions conditions = new Conditions();

    private SoqlWriter() {}

    /**
     * Writes a query on one line, keywords in capitals.
     *
     * @throws IllegalArgumentException if a name, a number or a date in the tree cannot be written as one
     */
    public static String write(SoqlQuery query) {
        SoqlWriter writer = new SoqlWriter();
        writer.query(query);
        return writer.out.toString();
    }

    /**
     * Writes a literal: strings quoted and escaped; dateTimes with milliseconds (more digits only where there are more)
     * and {@code Z} or {@code +hh:mm}; times with milliseconds and {@code Z}.
     *
     * @throws IllegalArgumentException if a number or currency code is none, a year has more than four digits, or a
     *     date constant lacks its count
     */
    public static String write(Value value) {
        SoqlWriter writer = new SoqlWriter();
        writer.values.value(value);
        return writer.out.toString();
    }

    /**
     * Writes a condition as it stands after WHERE.
     *
     * @throws IllegalArgumentException as for a query
     */
    public static String write(Condition condition) {
        SoqlWriter writer = new SoqlWriter();
        condition.accept(writer.conditions);
        return writer.out.toString();
    }

    /**
     * Writes a field path or a function call.
     *
     * @throws IllegalArgumentException as for a query
     */
    public static String write(Operand operand) {
        SoqlWriter writer = new SoqlWriter();
        writer.argument(operand);
        return writer.out.toString();
    }

    private void query(SoqlQuery query) {
        Items items = new Items();
        list("SELECT ", query.select(), item -> item.accept(items), "");
        list(" FROM ", query.from(), this::fromItem, "");
        query.scope().ifPresent(scope -> word(" USING SCOPE ").name(scope));
        query.where().ifPresent(condition -> condition.accept(word(" WHERE ").conditions));
        query.with().forEach(clause -> clause.accept(items));
        query.groupBy().ifPresent(this::groupBy);
        query.having().ifPresent(condition -> condition.accept(word(" HAVING ").conditions));
        list(" ORDER BY ", query.orderBy(), this::orderItem, "");
        query.limit().ifPresent(limit -> word(" LIMIT ").values.value(limit));
        query.offset().ifPresent(offset -> word(" OFFSET ").values.value(offset));
        // FOR UPDATE has its place near the end, FOR VIEW and FOR REFERENCE theirs before UPDATE.
        int forUpdate = query.forPurposes().indexOf(SoqlQuery.ForPurpose.UPDATE);
        int split = forUpdate < 0 ? query.forPurposes().size() : forUpdate;
        query.forPurposes().subList(0, split).forEach(purpose -> word(" FOR ").word(purpose.name()));
        list(" UPDATE ", query.updates(), update -> word(update.name()), "");
        list(" SET OPTIONS (", query.options(), this::option, ")");
        query.forPurposes()
                .subList(split, query.forPurposes().size())
                .forEach(purpose -> word(" FOR ").word(purpose.name()));
        if (query.allRows()) {
            word(" ALL ROWS");
        }
    }

    private void fromItem(SoqlQuery.FromItem item) {
        argument(item.path());
        item.alias().ifPresent(alias -> word(" ").name(alias));
    }

    private void groupBy(SoqlQuery.GroupBy groupBy) {
        boolean plain = groupBy.kind() == SoqlQuery.GroupBy.Kind.PLAIN;
        word(" GROUP BY ");
        list(plain ? "" : groupBy.kind() + "(", groupBy.items(), this::argument, plain ? "" : ")");
    }

    private void orderItem(SoqlQuery.OrderItem item) {
        argument(item.operand());
        if (item.descending()) {
            word(" DESC");
        }
        item.nullsLast().ifPresent(last -> word(last ? " NULLS LAST" : " NULLS FIRST"));
    }

    private void option(SoqlQuery.QueryOption option) {
        name(option.name()).word(" = ").values.value(option.value());
    }

    private void argument(Argument argument) {
        if (argument instanceof FieldPath path) {
            for (int at = 0; at < path.names().size(); at++) {
                word(at == 0 ? "" : ".").name(path.names().get(at));
            }
        } else if (argument instanceof FunctionCall call) {
            list(call.function().spelling() + "(", call.arguments(), this::argument, ")");
        } else {
            values.value((Value) argument);
        }
    }

    private SoqlWriter word(String text) {
        out.append(text);
        return this;
    }

    private SoqlWriter name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name in SOQL");
        }
        return word(name);
    }

    /** Writes a clause that is a list; nothing at all for an empty list. */
    private <T> void list(String before, List<T> items, Consumer<T> writeItem, String after) {
        String separator = before;
        for (T item : items) {
            out.append(separator);
            writeItem.accept(item);
            separator = ", ";
        }
        if (!items.isEmpty()) {
            out.append(after);
        }
    }

    /** Writes conditions. */
    private final class Conditions implements Condition.Visitor<Void> {

        @Override
        public Void and(Condition.And node) {
            return terms(node.terms(), " AND ");
        }

        @Override
        public Void or(Condition.Or node) {
            return terms(node.terms(), " OR ");
        }

        private Void terms(List<Condition> terms, String operator) {
            for (int at = 0; at < terms.size(); at++) {
                Condition term = terms.get(at);
                boolean nested = term instanceof Condition.And || term instanceof Condition.Or;
                word(at == 0 ? "" : operator).word(nested ? "(" : "");
                term.accept(this);
                word(nested ? ")" : "");
            }
            return null;
        }

        @Override
        public Void not(Condition.Not node) {
            // A NOT inside brings its own parentheses.
            boolean bare = !(node.term() instanceof Condition.Not);
            word("(NOT ").word(bare ? "(" : "");
            node.term().accept(this);
            word(bare ? "))" : ")");
            return null;
        }

        @Override
        public Void comparison(Condition.Comparison node) {
            argument(node.left());
            word(" ").word(node.operator().symbol()).word(" ").values.value(node.right());
            return null;
        }

        @Override
        public Void inList(Condition.InList node) {
            membership(node.left(), node.negated());
            list("(", node.values(), values::value, ")");
            return null;
        }

        @Override
        public Void inParameter(Condition.InParameter node) {
            membership(node.left(), node.negated());
            values.value(node.parameter());
            return null;
        }

        @Override
        public Void semiJoin(Condition.SemiJoin node) {
            membership(node.left(), node.negated());
            word("(").query(node.query());
            word(")");
            return null;
        }

        private void membership(Operand left, boolean negated) {
            argument(left);
            word(negated ? " NOT IN " : " IN ");
        }

        @Override
        public Void includes(Condition.Includes node) {
            argument(node.left());
            list(node.excludes() ? " EXCLUDES (" : " INCLUDES (", node.values(), values::value, ")");
            return null;
        }
    }

    /** Writes the items of SELECT, and the clauses of WITH. */
    private final class Items implements SelectItem.Visitor<Void>, With.Visitor<Void> {

        @Override
        public Void expression(SelectItem.Expression item) {
            argument(item.operand());
            item.alias().ifPresent(alias -> word(" ").name(alias));
            return null;
        }

        @Override
        public Void countAll(SelectItem.CountAll item) {
            word("COUNT()");
            return null;
        }

        @Override
        public Void fieldSet(SelectItem.FieldSet item) {
            word("FIELDS(").word(item.kind().name()).word(")");
            return null;
        }

        @Override
        public Void child(SelectItem.Child item) {
            word("(").query(item.query());
            word(")");
            return null;
        }

        @Override
        public Void typeOf(SelectItem.TypeOf item) {
            word("TYPEOF ").argument(item.relationship());
            item.branches().forEach(branch -> {
                word(" WHEN ").name(branch.type());
                list(" THEN ", branch.fields(), SoqlWriter.this::argument, "");
            });
            list(" ELSE ", item.otherwise(), SoqlWriter.this::argument, "");
            word(" END");
            return null;
        }

        @Override
        public Void mode(With.Mode clause) {
            word(" WITH ").word(clause.name().name());
            return null;
        }

        @Override
        public Void dataCategory(With.DataCategory clause) {
            String separator = " WITH DATA CATEGORY ";
            for (With.CategoryFilter filter : clause.filters()) {
                word(separator)
                        .name(filter.group())
                        .word(" ")
                        .word(filter.selector().name());
                boolean several = filter.categories().size() > 1;
                list(several ? " (" : " ", filter.categories(), SoqlWriter.this::name, several ? ")" : "");
                separator = " AND ";
            }
            return null;
        }

        @Override
        public Void context(With.Context clause) {
            word(" WITH ").name(clause.name());
            list(" (", clause.parameters(), SoqlWriter.this::option, ")");
            return null;
        }

        @Override
        public Void filter(With.Filter clause) {
            return clause.condition().accept(word(" WITH ").conditions);
        }
    }
}
