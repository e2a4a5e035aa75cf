package org.soqljdbc.grammar.soql.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.grammar.text.Wording;

/** Makes the tree of records of ANTLR's tree. Each method takes one rule of the grammar. */
final class TreeBuilder {

    private static final String FIELDS = "FIELDS";

    private final LiteralReader literals;
    private final OperandBuilder operands;
    private final ConditionBuilder conditions;
    private final NodePositions positions = new NodePositions();

    TreeBuilder(SoqlTokens tokens) {
        this.literals = new LiteralReader(tokens);
        this.operands = new OperandBuilder(tokens, literals, positions);
        this.conditions = new ConditionBuilder(tokens, literals, operands, positions, this);
    }

    Map<Object, Position> positions() {
        return positions.asMap();
    }

    SoqlQuery query(SoqlParser.QueryContext query) throws SyntaxException {
        List<SelectItem> select = new ArrayList<>();
        for (SoqlParser.SelectItemContext item : query.selectItem()) {
            select.add(positions.note(selectItem(item), item.getStart()));
        }
        List<SoqlQuery.FromItem> from =
                query.fromItem().stream().map(this::fromItem).toList();
        List<With> with = new ArrayList<>();
        for (SoqlParser.WithClauseContext clause : query.withClause()) {
            with.add(positions.note(with(clause), clause.getStart()));
        }
        List<SoqlQuery.OrderItem> orderBy = new ArrayList<>();
        for (SoqlParser.OrderItemContext item : query.orderItem()) {
            orderBy.add(positions.note(orderItem(item), item.getStart()));
        }
        List<SoqlQuery.ForPurpose> forPurposes = new ArrayList<>();
        for (SoqlParser.ForClauseContext clause : query.forClause()) {
            forPurposes.add(constant(SoqlQuery.ForPurpose.class, clause.name().getStart()));
        }
        SoqlQuery made = new SoqlQuery(
                select,
                from,
                Optional.ofNullable(query.scope).map(SoqlParser.AnyWordContext::getText),
                condition(query.where),
                with,
                groupBy(query),
                condition(query.having),
                orderBy,
                count(query.limit),
                count(query.offset),
                forPurposes,
                updates(query.updateClause()),
                query.optionsClause() == null
                        ? List.of()
                        : options(query.optionsClause().option()),
                query.ROWS() != null);
        return positions.note(made, query.getStart());
    }

    private Optional<Condition> condition(SoqlParser.ConditionContext condition) throws SyntaxException {
        return condition == null ? Optional.empty() : Optional.of(conditions.condition(condition));
    }

    private Optional<Value> count(SoqlParser.CountContext count) throws SyntaxException {
        return count == null
                ? Optional.empty()
                : Optional.of(positions.note(literals.count(count.getStart()), count.getStart()));
    }

    private SelectItem selectItem(SoqlParser.SelectItemContext item) throws SyntaxException {
        if (item.query() != null) {
            return new SelectItem.Child(query(item.query()));
        }
        if (item.typeOf() != null) {
            return typeOf(item.typeOf());
        }
        SoqlParser.OperandContext operand = item.operand();
        if (operand.LEFT() != null) {
            String name = operand.name().getText();
            if (name.equalsIgnoreCase(FIELDS)) {
                return fieldSet(item);
            }
            if (name.equalsIgnoreCase(Function.COUNT.name())
                    && operand.argument().isEmpty()) {
                requireNoAlias(item, "COUNT()");
                return new SelectItem.CountAll();
            }
        }
        return new SelectItem.Expression(
                operands.operand(operand),
                Optional.ofNullable(item.fieldAlias()).map(SoqlParser.FieldAliasContext::getText));
    }

    private static SelectItem fieldSet(SoqlParser.SelectItemContext item) throws SyntaxException {
        SoqlParser.OperandContext operand = item.operand();
        List<SoqlParser.ArgumentContext> words = operand.argument();
        SelectItem.FieldSet.Kind kind = constant(
                SelectItem.FieldSet.Kind.class,
                words.isEmpty() ? operand.RIGHT().getSymbol() : words.get(0).getStart());
        // Besides the one word there may be nothing: no path, no second argument.
        if (words.size() > 1) {
            throw refused(operand.COMMA(0).getSymbol(), "')'");
        }
        if (words.get(0).getStart() != words.get(0).getStop()) {
            throw refused(words.get(0).getStop(), kind + " alone");
        }
        requireNoAlias(item, "FIELDS()");
        return new SelectItem.FieldSet(kind);
    }

    private static void requireNoAlias(SoqlParser.SelectItemContext item, String what) throws SyntaxException {
        if (item.fieldAlias() != null) {
            Token alias = item.fieldAlias().getStart();
            throw new SyntaxException(
                    SoqlTokens.position(alias),
                    "found " + Expectation.shown(alias) + ", expected ',' or FROM: " + what + " takes no alias");
        }
    }

    private SelectItem typeOf(SoqlParser.TypeOfContext typeOf) {
        List<SelectItem.TypeOf.Branch> branches = typeOf.typeOfBranch().stream()
                .map(branch -> new SelectItem.TypeOf.Branch(branch.name().getText(), paths(branch.path())))
                .toList();
        List<FieldPath> paths = paths(typeOf.path());
        return new SelectItem.TypeOf(paths.get(0), branches, paths.subList(1, paths.size()));
    }

    private List<FieldPath> paths(List<SoqlParser.PathContext> paths) {
        return paths.stream().map(operands::path).toList();
    }

    private SoqlQuery.FromItem fromItem(SoqlParser.FromItemContext item) {
        return positions.note(
                new SoqlQuery.FromItem(
                        operands.path(item.path()),
                        Optional.ofNullable(item.fromAlias()).map(SoqlParser.FromAliasContext::getText)),
                item.getStart());
    }

    private Optional<SoqlQuery.GroupBy> groupBy(SoqlParser.QueryContext query) throws SyntaxException {
        List<SoqlParser.OperandContext> items = query.groupItem;
        if (items.isEmpty()) {
            return Optional.empty();
        }
        SoqlParser.OperandContext first = items.get(0);
        SoqlQuery.GroupBy.Kind kind = groupKind(first);
        List<Operand> grouped = new ArrayList<>();
        if (kind == SoqlQuery.GroupBy.Kind.PLAIN) {
            for (SoqlParser.OperandContext item : items) {
                grouped.add(operands.operand(item));
            }
        } else {
            if (items.size() > 1) {
                throw new SyntaxException(
                        SoqlTokens.position(items.get(1).getStart()),
                        "found " + Expectation.shown(items.get(1).getStart()) + ", expected nothing beside " + kind
                                + "(...) in GROUP BY");
            }
            for (SoqlParser.ArgumentContext argument : first.argument()) {
                if (argument.operand() == null) {
                    throw refused(argument.getStart(), "a field name");
                }
                grouped.add(operands.operand(argument.operand()));
            }
            if (grouped.isEmpty()) {
                throw refused(first.RIGHT().getSymbol(), "a field name");
            }
        }
        return Optional.of(positions.note(new SoqlQuery.GroupBy(kind, grouped), first.getStart()));
    }

    private static SoqlQuery.GroupBy.Kind groupKind(SoqlParser.OperandContext item) {
        if (item.LEFT() != null) {
            for (SoqlQuery.GroupBy.Kind kind : List.of(SoqlQuery.GroupBy.Kind.ROLLUP, SoqlQuery.GroupBy.Kind.CUBE)) {
                if (item.name().getText().equalsIgnoreCase(kind.name())) {
                    return kind;
                }
            }
        }
        return SoqlQuery.GroupBy.Kind.PLAIN;
    }

    private SoqlQuery.OrderItem orderItem(SoqlParser.OrderItemContext item) throws SyntaxException {
        return new SoqlQuery.OrderItem(
                operands.operand(item.operand()),
                item.DESC() != null,
                item.NULLS() == null ? Optional.empty() : Optional.of(item.LAST() != null));
    }

    private With with(SoqlParser.WithClauseContext clause) throws SyntaxException {
        if (clause.accessMode != null) {
            return new With.Mode(constant(With.Mode.Name.class, clause.accessMode));
        }
        if (clause.contextName != null) {
            return new With.Context(clause.contextName.getText(), options(clause.option()));
        }
        if (clause.condition() != null) {
            return new With.Filter(conditions.condition(clause.condition()));
        }
        List<With.CategoryFilter> filters = new ArrayList<>();
        for (SoqlParser.CategoryFilterContext filter : clause.categoryFilter()) {
            filters.add(new With.CategoryFilter(
                    filter.group.getText(),
                    constant(With.CategoryFilter.Selector.class, filter.selector),
                    filter.categories.stream()
                            .map(SoqlParser.NameContext::getText)
                            .toList()));
        }
        return new With.DataCategory(filters);
    }

    private List<SoqlQuery.StatUpdate> updates(SoqlParser.UpdateClauseContext clause) throws SyntaxException {
        List<SoqlQuery.StatUpdate> updates = new ArrayList<>();
        if (clause != null) {
            for (SoqlParser.NameContext name : clause.name()) {
                updates.add(constant(SoqlQuery.StatUpdate.class, name.getStart()));
            }
        }
        return updates;
    }

    private List<SoqlQuery.QueryOption> options(List<SoqlParser.OptionContext> options) throws SyntaxException {
        List<SoqlQuery.QueryOption> made = new ArrayList<>();
        for (SoqlParser.OptionContext option : options) {
            made.add(positions.note(
                    new SoqlQuery.QueryOption(option.name().getText(), conditions.value(option.value())),
                    option.getStart()));
        }
        return made;
    }

    /** The constant that a word names, whatever its case. */
    private static <E extends Enum<E>> E constant(Class<E> type, Token word) throws SyntaxException {
        E[] constants = type.getEnumConstants();
        String upper = word.getText().toUpperCase(Locale.ROOT);
        for (E constant : constants) {
            if (constant.name().equals(upper)) {
                return constant;
            }
        }
        throw refused(
                word, Wording.joined(Arrays.stream(constants).map(Enum::name).toList()));
    }

    private static SyntaxException refused(Token word, String expected) {
        return new SyntaxException(
                SoqlTokens.position(word), "found " + Expectation.shown(word) + ", expected " + expected);
    }
}
