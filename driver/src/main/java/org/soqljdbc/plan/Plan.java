package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.rows.combined.Grouping;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.rows.combined.RowOrder;
import org.soqljdbc.types.Column;

/** How a statement is answered: which requests are sent, and what is done here with their rows. */
public sealed interface Plan
        permits QueryPlan,
                Plan.Window,
                Plan.Following,
                Plan.Merged,
                Plan.Projected,
                Plan.Sifted,
                Plan.Sorted,
                Plan.Summed,
                Plan.Counted,
                Plan.Distinct,
                Plan.Grouped,
                Plan.Ranged,
                Plan.Joined,
                Plan.OrElse {

    /** The columns of the answer. */
    List<Column> columns();

    <R> R accept(Visitor<R> visitor) throws SQLException;

    /** One method for each kind of plan. */
    interface Visitor<R> {
        R query(QueryPlan plan) throws SQLException;

        R window(Window plan) throws SQLException;

        R following(Following plan) throws SQLException;

        R merged(Merged plan) throws SQLException;

        R projected(Projected plan) throws SQLException;

        R sifted(Sifted plan) throws SQLException;

        R sorted(Sorted plan) throws SQLException;

        R summed(Summed plan) throws SQLException;

        R counted(Counted plan) throws SQLException;

        R distinct(Distinct plan) throws SQLException;

        R grouped(Grouped plan) throws SQLException;

        R ranged(Ranged plan) throws SQLException;

        R joined(Joined plan) throws SQLException;

        R orElse(OrElse plan) throws SQLException;
    }

    /**
     * Some of the rows of another plan.
     *
     * @param skip rows passed over at the beginning
     * @param limit the most rows after that; empty for all
     */
    record Window(Plan rows, long skip, Optional<Long> limit) implements Plan {

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.window(this);
        }
    }

    /** The rows of several plans, one after another; each is begun when the one before has ended. */
    record Following(List<Plan> parts) implements Plan {

        public Following {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Column> columns() {
            return parts.get(0).columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.following(this);
        }
    }

    /** The rows of several plans that are each in order, in that order. */
    record Merged(List<Plan> parts, RowOrder order) implements Plan {

        public Merged {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Column> columns() {
            return parts.get(0).columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.merged(this);
        }
    }

    /**
     * Some columns of another plan; what is left out was asked for to work with here.
     *
     * @param slots where each column stands in the other plan's rows
     */
    record Projected(Plan rows, List<Integer> slots, List<Column> columns) implements Plan {

        public Projected {
            slots = List.copyOf(slots);
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.projected(this);
        }
    }

    /**
     * The rows of another plan that pass a test.
     *
     * @param says what is done, for EXPLAIN
     */
    record Sifted(Plan rows, RowFilter.Test test, String says) implements Plan {

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.sifted(this);
        }
    }

    /** The rows of another plan in an order; they are held. */
    record Sorted(Plan rows, RowOrder order) implements Plan {

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.sorted(this);
        }
    }

    /**
     * One number: the sum of those that several plans answer, each with one row.
     *
     * @param most what the sum is at most
     */
    record Summed(List<Plan> parts, long most) implements Plan {

        public Summed {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Column> columns() {
            return parts.get(0).columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.summed(this);
        }
    }

    /**
     * One number: how many rows another plan has.
     *
     * @param most where counting ends
     */
    record Counted(Plan rows, List<Column> columns, long most) implements Plan {

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.counted(this);
        }
    }

    /** The first row of each group of another plan's rows, as they come. */
    record Distinct(Plan rows, List<Grouping.Key> keys) implements Plan {

        public Distinct {
            keys = List.copyOf(keys);
        }

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.distinct(this);
        }
    }

    /**
     * Groups made of another plan's rows.
     *
     * @param columns of the keys, then of the measures
     * @param order of the groups, by these columns
     * @param inOrder whether the groups are in that order unless some are put together
     * @param says what is done, for EXPLAIN
     * @param otherwise what answers instead where the rows are refused, or cannot be put together; has these columns too
     */
    record Grouped(
            Plan rows,
            Grouping grouping,
            List<Column> columns,
            RowOrder order,
            boolean inOrder,
            String says,
            Optional<Plan> otherwise)
            implements Plan {

        public Grouped {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.grouped(this);
        }
    }

    /**
     * Groups of one query, asked range by range of one of the fields they are grouped by, as many as an answer holds.
     *
     * @param query in the order of the key, with a LIMIT
     * @param key the field
     * @param slot where it stands among the columns
     * @param alone whether it is all that groups have in common; else the last key of an answer may go on in the next
     */
    record Ranged(SoqlQuery query, BoundQuery bound, boolean includeDeleted, FieldPath key, int slot, boolean alone)
            implements Plan {

        @Override
        public List<Column> columns() {
            return bound.columns().stream().map(column -> column.column()).toList();
        }

        /** The first request. */
        public QueryPlan first() {
            return new QueryPlan(SoqlWriter.write(query), includeDeleted, bound, 0, true);
        }

        /** The request after an answer. @param last the key of its last group */
        public QueryPlan after(Value last) {
            Condition.Comparison.Operator operator =
                    alone ? Condition.Comparison.Operator.GREATER : Condition.Comparison.Operator.GREATER_OR_EQUAL;
            Condition further = new Condition.Comparison(key, operator, last);
            SoqlQuery next = query.withWhere(Conjunction.and(query.where(), further));
            return new QueryPlan(SoqlWriter.write(next), includeDeleted, bound, 0, true);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.ranged(this);
        }
    }

    /**
     * Rows whose fields are read in parts: for so many rows of the first part, the rows with their keys of the others. A
     * row that has gone meanwhile is left out.
     *
     * @param key where the first part's rows have their key
     * @param slots for each column the part (0 for the first) and the place in it
     */
    record Joined(Plan first, int key, List<Part> parts, List<Column> columns, List<Slot> slots) implements Plan {

        /** Rows that one request asks for by their keys; together with the fields it stays within the longest query. */
        public static final int KEYS = 2_000;

        public Joined {
            parts = List.copyOf(parts);
            columns = List.copyOf(columns);
            slots = List.copyOf(slots);
        }

        /** Where a column's value stands. */
        public record Slot(int part, int ordinal) {}

        /**
         * Further fields.
         *
         * @param query without conditions
         * @param key where its rows have their key
         */
        public record Part(SoqlQuery query, BoundQuery bound, boolean includeDeleted, FieldPath field, int key) {

            /** The request for some rows. @param keys at least one */
            public QueryPlan of(List<String> keys) {
                List<Value> values =
                        keys.stream().<Value>map(StringLiteral::new).toList();
                SoqlQuery some = query.withWhere(Optional.of(new Condition.InList(field, false, values)));
                return new QueryPlan(SoqlWriter.write(some), includeDeleted, bound, 0, true);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.joined(this);
        }
    }

    /**
     * One plan, or another where Salesforce refuses the first as too much for one answer.
     *
     * @param when in which case, for EXPLAIN
     */
    record OrElse(Plan first, Plan otherwise, String when) implements Plan {

        @Override
        public List<Column> columns() {
            return first.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.orElse(this);
        }
    }
}
