package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes statements. */
final class StatementBuilder {

    private final Builders builders;

    StatementBuilder(SqlTokens tokens) {
        this.builders = new Builders(tokens);
    }

    NodeSpans spans() {
        return builders.spans;
    }

    SqlStatement statement(SqlParser.StatementContext rule) throws SyntaxException {
        SqlStatement made = builders.spans.note(command(rule.command()), rule.command());
        return rule.EXPLAIN() == null
                ? made
                : builders.spans.note(
                        new SqlStatement.Explain(made),
                        rule.getStart(),
                        rule.command().getStop());
    }

    private SqlStatement command(SqlParser.CommandContext rule) throws SyntaxException {
        if (rule.query() != null) {
            return builders.queries.query(rule.query());
        }
        if (rule.insert() != null) {
            return insert(rule.insert());
        }
        if (rule.upsert() != null) {
            return upsert(rule.upsert());
        }
        if (rule.update() != null) {
            return update(rule.update());
        }
        if (rule.delete() != null) {
            return delete(rule.delete());
        }
        if (rule.merge() != null) {
            return merge(rule.merge());
        }
        return rule.call() != null ? call(rule.call()) : setSession(rule.setSession());
    }

    private SqlStatement insert(SqlParser.InsertContext rule) throws SyntaxException {
        return new SqlStatement.Insert(
                builders.tables.target(rule.tableName(), null),
                builders.names.columns(rule.columns()),
                rule.query() == null ? Optional.empty() : Optional.of(builders.queries.query(rule.query())),
                returning(rule.returning()));
    }

    private SqlStatement upsert(SqlParser.UpsertContext rule) throws SyntaxException {
        return new SqlStatement.Upsert(
                builders.tables.target(rule.tableName(), null),
                builders.names.columns(rule.columns()),
                builders.queries.query(rule.query()),
                rule.column() == null ? Optional.empty() : Optional.of(builders.names.column(rule.column())),
                returning(rule.returning()));
    }

    private SqlStatement update(SqlParser.UpdateContext rule) throws SyntaxException {
        return new SqlStatement.Update(
                builders.tables.target(rule.tableName(), rule.tableAlias()),
                assignments(rule.assignment()),
                builders.tables.references(rule.tableReference()),
                builders.expressions.optional(rule.expression()),
                returning(rule.returning()));
    }

    private SqlStatement delete(SqlParser.DeleteContext rule) throws SyntaxException {
        return new SqlStatement.Delete(
                builders.tables.target(rule.tableName(), rule.tableAlias()),
                builders.expressions.optional(rule.expression()),
                returning(rule.returning()));
    }

    private SqlStatement merge(SqlParser.MergeContext rule) throws SyntaxException {
        List<Merge.Branch> branches = new ArrayList<>();
        TableReference.Table target = builders.tables.target(rule.tableName(), rule.tableAlias());
        TableReference source = builders.tables.primary(rule.tablePrimary());
        Expression on = builders.expressions.expression(rule.expression());
        for (SqlParser.MergeBranchContext branch : rule.mergeBranch()) {
            branches.add(builders.spans.note(
                    new Merge.Branch(builders.expressions.optional(branch.expression()), action(branch)), branch));
        }
        return new Merge(target, source, on, branches, returning(rule.returning()));
    }

    private Merge.Action action(SqlParser.MergeBranchContext rule) throws SyntaxException {
        boolean insert = rule.INSERT() != null;
        if (insert == (rule.NOT() == null)) {
            Token verb = rule.THEN().getSymbol();
            throw new SyntaxException(
                    SqlTokens.position(verb),
                    insert
                            ? "found INSERT after WHEN MATCHED, expected UPDATE or DELETE"
                            : "found UPDATE or DELETE after WHEN NOT MATCHED, expected INSERT");
        }
        if (insert) {
            return new Merge.Insert(builders.names.columns(rule.columns()), builders.queries.row(rule.valuesRow()));
        }
        return rule.UPDATE() != null ? new Merge.Update(assignments(rule.assignment())) : new Merge.Delete();
    }

    private List<SqlStatement.Assignment> assignments(List<SqlParser.AssignmentContext> rules) throws SyntaxException {
        List<SqlStatement.Assignment> made = new ArrayList<>(rules.size());
        for (SqlParser.AssignmentContext rule : rules) {
            made.add(builders.spans.note(
                    new SqlStatement.Assignment(
                            rule.columns() == null
                                    ? List.of(builders.names.column(rule.column()))
                                    : builders.names.columns(rule.columns()),
                            rule.expression() == null
                                    ? builders.queries.defaultValue(rule.getStop())
                                    : builders.expressions.expression(rule.expression())),
                    rule));
        }
        return made;
    }

    private List<SelectItem> returning(SqlParser.ReturningContext rule) throws SyntaxException {
        return rule == null ? List.of() : builders.selects.items(rule.selectItem());
    }

    private SqlStatement setSession(SqlParser.SetSessionContext rule) throws SyntaxException {
        return new SqlStatement.SetSession(
                builders.names.names(rule.column().name()),
                rule.expression() == null
                        ? builders.queries.defaultValue(rule.getStop())
                        : builders.expressions.expression(rule.expression()));
    }

    private SqlStatement call(SqlParser.CallContext rule) throws SyntaxException {
        Optional<Expression.Parameter> result = Optional.empty();
        if (rule.QUESTION() != null) {
            Token question = rule.QUESTION().getSymbol();
            result = Optional.of(builders.spans.note(builders.tokens.parameter(question), question));
        }
        return new SqlStatement.Call(
                result,
                builders.names.table(rule.procedure().tableName()),
                builders.expressions.expressions(rule.procedure().expression()));
    }
}
