package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code MERGE INTO target USING source ON condition WHEN ..}.
 *
 * @param source a table or a derived one
 * @param branches one or more, in the order in which they are tried
 */
public record Merge(
        TableReference.Table target,
        TableReference source,
        Expression on,
        List<Branch> branches,
        List<SelectItem> returning)
        implements SqlStatement {

    public Merge {
        branches = List.copyOf(branches);
        returning = List.copyOf(returning);
    }

    @Override
    public <R> R accept(SqlStatement.Visitor<R> visitor) {
        return visitor.merge(this);
    }

    /** {@code WHEN [NOT] MATCHED [AND condition] THEN action}; the kind of action says whether NOT stands there. */
    public record Branch(Optional<Expression> condition, Action action) {}

    /** What is done with a row. */
    public sealed interface Action {

        <R> R accept(Visitor<R> visitor);

        /** One method for each kind of action. */
        interface Visitor<R> {
            R update(Update node);

            R delete(Delete node);

            R insert(Insert node);
        }
    }

    /** {@code WHEN MATCHED THEN UPDATE SET ..}: one assignment or more. */
    public record Update(List<SqlStatement.Assignment> assignments) implements Action {
        public Update {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /** {@code WHEN MATCHED THEN DELETE}. */
    public record Delete() implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }
    }

    /** {@code WHEN NOT MATCHED THEN INSERT (columns) VALUES (..)}: no columns where the list is absent. */
    public record Insert(List<Expression.Column> columns, Expression.Row values) implements Action {
        public Insert {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }
    }
}
