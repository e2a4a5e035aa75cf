package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.soqljdbc.rows.combined.RowOrder;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Column;

/** How a statement is answered: which requests are sent, and what is done here with their rows. */
public sealed interface Plan
        permits QueryPlan,
                Plan.Window,
                Plan.Following,
                Plan.Merged,
                Plan.Narrowed,
                Plan.Sifted,
                Plan.Summed,
                Plan.Counted {

    /** The columns of the answer. */
    List<Column> columns();

    <R> R accept(Visitor<R> visitor) throws SQLException;

    /** One method for each kind of plan. */
    interface Visitor<R> {
        R query(QueryPlan plan) throws SQLException;

        R window(Window plan) throws SQLException;

        R following(Following plan) throws SQLException;

        R merged(Merged plan) throws SQLException;

        R narrowed(Narrowed plan) throws SQLException;

        R sifted(Sifted plan) throws SQLException;

        R summed(Summed plan) throws SQLException;

        R counted(Counted plan) throws SQLException;
    }

    /**
     * Some of the rows of another plan.
     *
     * @param skip rows passed over at the beginning
     * @param limit the most rows after that, 0 for all
     */
    record Window(Plan rows, long skip, long limit) implements Plan {

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

    /** The first columns of another plan; what follows them was asked for to work with here. */
    record Narrowed(Plan rows, int width) implements Plan {

        @Override
        public List<Column> columns() {
            return rows.columns().subList(0, width);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.narrowed(this);
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

    /** The rows of another plan that have none of some values. */
    record Sifted(Plan rows, List<Excluded> excluded) implements Plan {

        public Sifted {
            excluded = List.copyOf(excluded);
        }

        /** @param keys what {@link ValueOrder#key} makes of the values that a row's {@code slot} may not have */
        public record Excluded(int slot, ValueOrder values, Set<String> keys) {}

        @Override
        public List<Column> columns() {
            return rows.columns();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.sifted(this);
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
}
