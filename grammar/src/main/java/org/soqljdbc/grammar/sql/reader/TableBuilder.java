package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes the items of FROM. */
final class TableBuilder {

    private final Builders builders;

    TableBuilder(Builders builders) {
        this.builders = builders;
    }

    List<TableReference> references(List<SqlParser.TableReferenceContext> rules) throws SyntaxException {
        List<TableReference> made = new ArrayList<>(rules.size());
        for (SqlParser.TableReferenceContext rule : rules) {
            made.add(reference(rule));
        }
        return made;
    }

    private TableReference reference(SqlParser.TableReferenceContext rule) throws SyntaxException {
        List<SqlParser.JoinTailContext> joins = rule.joinTail();
        builders.depth.enter(joins.size(), rule);
        TableReference made = primary(rule.tablePrimary());
        for (SqlParser.JoinTailContext join : joins) {
            made = builders.spans.note(join(made, join), rule.getStart(), join.getStop());
            builders.depth.leave(1);
        }
        return made;
    }

    private TableReference join(TableReference left, SqlParser.JoinTailContext rule) throws SyntaxException {
        return new TableReference.Join(
                left,
                rule.CROSS() != null ? TableReference.Join.Kind.CROSS : kind(rule.joinKind()),
                primary(rule.tablePrimary()),
                rule.NATURAL() != null,
                builders.expressions.optional(rule.expression()),
                builders.names.names(rule.columnNames()));
    }

    private static TableReference.Join.Kind kind(SqlParser.JoinKindContext rule) {
        if (rule == null || rule.INNER() != null) {
            return TableReference.Join.Kind.INNER;
        }
        if (rule.LEFT() != null) {
            return TableReference.Join.Kind.LEFT;
        }
        return rule.RIGHT() != null ? TableReference.Join.Kind.RIGHT : TableReference.Join.Kind.FULL;
    }

    TableReference primary(SqlParser.TablePrimaryContext rule) throws SyntaxException {
        if (rule.tableReference() != null) {
            // Parentheses around one table, or the {oj} of a join, leave no trace.
            builders.depth.enter(1, rule);
            TableReference made = reference(rule.tableReference());
            builders.depth.leave(1);
            return made;
        }
        Optional<Name> alias = alias(rule.tableAlias());
        List<Name> columns = builders.names.names(rule.columnNames());
        TableReference made = rule.tableName() != null
                ? new TableReference.Table(builders.names.table(rule.tableName()), alias, columns)
                : new TableReference.Derived(
                        rule.LATERAL() != null, builders.queries.query(rule.query()), alias, columns);
        return builders.spans.note(made, rule);
    }

    /** The table of a statement that writes. */
    TableReference.Table target(SqlParser.TableNameContext table, SqlParser.TableAliasContext alias)
            throws SyntaxException {
        return builders.spans.note(
                new TableReference.Table(builders.names.table(table), alias(alias), List.of()), table);
    }

    private Optional<Name> alias(SqlParser.TableAliasContext rule) throws SyntaxException {
        return rule == null ? Optional.empty() : Optional.of(builders.names.name(rule.name()));
    }
}
