package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/** One statement of SQL. */
public sealed interface SqlStatement
        permits Query,
                SqlStatement.Insert,
                SqlStatement.Upsert,
                SqlStatement.Update,
                SqlStatement.Delete,
                Merge,
                SqlStatement.SetSession,
                SqlStatement.Call,
                SqlStatement.Explain {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of statement. */
    interface Visitor<R> {
        R query(Query node);

        R insert(Insert node);

        R upsert(Upsert node);

        R update(Update node);

        R delete(Delete node);

        R merge(Merge node);

        R setSession(SetSession node);

        R call(Call node);

        R explain(Explain node);
    }

    /**
     * {@code INSERT INTO table (columns) query}.
     *
     * @param table without alias
     * @param columns none where the list is absent; a path goes to a parent's external id ({@code Account.Ext__c}) or
     *     repeats the table's name
     * @param source VALUES or any query; absent for DEFAULT VALUES
     * @param returning empty where the clause is absent
     */
    record Insert(
            TableReference.Table table,
            List<Expression.Column> columns,
            Optional<Query> source,
            List<SelectItem> returning)
            implements SqlStatement {
        public Insert {
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }
    }

    /**
     * The driver's own {@code UPSERT INTO table (columns) query [ON column]}.
     *
     * @param on the external id that tells which rows are there already
     */
    record Upsert(
            TableReference.Table table,
            List<Expression.Column> columns,
            Query source,
            Optional<Expression.Column> on,
            List<SelectItem> returning)
            implements SqlStatement {
        public Upsert {
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.upsert(this);
        }
    }

    /** {@code UPDATE table [alias] SET .. [FROM ..] [WHERE ..]}: one assignment or more. */
    record Update(
            TableReference.Table table,
            List<Assignment> assignments,
            List<TableReference> from,
            Optional<Expression> where,
            List<SelectItem> returning)
            implements SqlStatement {
        public Update {
            assignments = List.copyOf(assignments);
            from = List.copyOf(from);
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.update(this);
        }
    }

    /**
     * {@code column = value}, or {@code (column, ...) = value} where the value is a row or a query.
     *
     * @param columns one, or two and more for the second form
     * @param value may be {@link Expression.Default}
     */
    record Assignment(List<Expression.Column> columns, Expression value) {
        public Assignment {
            columns = List.copyOf(columns);
        }
    }

    /** {@code DELETE FROM table [alias] [WHERE ..]}. */
    record Delete(TableReference.Table table, Optional<Expression> where, List<SelectItem> returning)
            implements SqlStatement {
        public Delete {
            returning = List.copyOf(returning);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }
    }

    /**
     * {@code SET SESSION name = value}.
     *
     * @param value may be {@link Expression.Default}
     */
    record SetSession(List<Name> name, Expression value) implements SqlStatement {
        public SetSession {
            name = List.copyOf(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setSession(this);
        }
    }

    /**
     * {@code CALL procedure(arguments)}, {@code {call procedure(arguments)}}, {@code {?= call procedure(arguments)}}.
     *
     * @param result the parameter that takes the result; always the first of the text
     */
    record Call(Optional<Expression.Parameter> result, List<Name> procedure, List<Expression> arguments)
            implements SqlStatement {
        public Call {
            procedure = List.copyOf(procedure);
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code EXPLAIN statement}; the statement is none itself. */
    record Explain(SqlStatement statement) implements SqlStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.explain(this);
        }
    }
}
