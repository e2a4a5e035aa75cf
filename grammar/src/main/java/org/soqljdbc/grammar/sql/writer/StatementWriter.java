package org.soqljdbc.grammar.sql.writer;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.TableReference;

/** Writes statements. */
final class StatementWriter implements SqlStatement.Visitor<Void>, Merge.Action.Visitor<Void> {

    private final Output out;

    StatementWriter(Output out) {
        this.out = out;
    }

    @Override
    public Void query(Query node) {
        out.queries().query(node);
        return null;
    }

    @Override
    public Void insert(SqlStatement.Insert node) {
        into("INSERT INTO ", node.table(), node.columns());
        out.word(" ");
        node.source().ifPresentOrElse(out.queries()::query, () -> out.word("DEFAULT VALUES"));
        returning(node.returning());
        return null;
    }

    @Override
    public Void upsert(SqlStatement.Upsert node) {
        into("UPSERT INTO ", node.table(), node.columns());
        out.word(" ").queries().query(node.source());
        node.on().ifPresent(on -> out.word(" ON ").path(on.names()));
        returning(node.returning());
        return null;
    }

    private void into(String words, TableReference.Table table, List<Expression.Column> columns) {
        out.word(words).queries().table(table);
        out.list(" (", columns, out.expressions()::column, ")");
    }

    @Override
    public Void update(SqlStatement.Update node) {
        out.word("UPDATE ").queries().table(node.table());
        assignments(node.assignments());
        out.queries().from(node.from());
        where(node.where());
        returning(node.returning());
        return null;
    }

    private void assignments(List<SqlStatement.Assignment> assignments) {
        out.list(" SET ", assignments, this::assignment, "");
    }

    private void assignment(SqlStatement.Assignment assignment) {
        if (assignment.columns().size() == 1) {
            out.expressions().column(assignment.columns().get(0));
        } else {
            out.list("(", assignment.columns(), out.expressions()::column, ")");
        }
        any(" = ", assignment.value());
    }

    @Override
    public Void delete(SqlStatement.Delete node) {
        out.word("DELETE FROM ").queries().table(node.table());
        where(node.where());
        returning(node.returning());
        return null;
    }

    @Override
    public Void merge(Merge node) {
        out.word("MERGE INTO ").queries().table(node.target());
        out.word(" USING ");
        node.source().accept(out.queries());
        any(" ON ", node.on());
        for (Merge.Branch branch : node.branches()) {
            out.word(branch.action() instanceof Merge.Insert ? " WHEN NOT MATCHED" : " WHEN MATCHED");
            branch.condition().ifPresent(condition -> any(" AND ", condition));
            branch.action().accept(this);
        }
        returning(node.returning());
        return null;
    }

    @Override
    public Void update(Merge.Update node) {
        out.word(" THEN UPDATE");
        assignments(node.assignments());
        return null;
    }

    @Override
    public Void delete(Merge.Delete node) {
        out.word(" THEN DELETE");
        return null;
    }

    @Override
    public Void insert(Merge.Insert node) {
        out.word(" THEN INSERT");
        out.list(" (", node.columns(), out.expressions()::column, ")").word(" VALUES ");
        out.queries().valuesRow(node.values());
        return null;
    }

    @Override
    public Void setSession(SqlStatement.SetSession node) {
        out.word("SET SESSION ").path(node.name());
        any(" = ", node.value());
        return null;
    }

    @Override
    public Void call(SqlStatement.Call node) {
        if (node.result().isPresent()) {
            out.word("{").parameter(node.result().get()).word("= call ");
        } else {
            out.word("CALL ");
        }
        out.path(node.procedure()).word("(");
        out.list("", node.arguments(), out.expressions()::any, "");
        out.word(node.result().isPresent() ? ")}" : ")");
        return null;
    }

    @Override
    public Void explain(SqlStatement.Explain node) {
        out.word("EXPLAIN ");
        node.statement().accept(this);
        return null;
    }

    private void where(Optional<Expression> where) {
        where.ifPresent(condition -> any(" WHERE ", condition));
    }

    private void returning(List<SelectItem> items) {
        out.list(" RETURNING ", items, out.queries()::selectItem, "");
    }

    private void any(String before, Expression expression) {
        out.word(before);
        out.expressions().any(expression);
    }
}
