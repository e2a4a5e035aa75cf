package org.soqljdbc.fullsql;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.TransformedEnumerator;
import org.apache.calcite.linq4j.function.EqualityComparer;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Function2;

/** Counts the rows, or the groups, that a step holds. Public because compiled plans call it. */
public final class HeldRows {

    /** What holds rows. */
    enum Step {
        SORT("a sort"),
        GROUPS("groups"),
        SUBTOTALS("subtotals"),
        DISTINCT("a set operation"),
        WINDOW("a window");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Step step;

    HeldRows(Step step) {
        this.step = step;
    }

    /** Called by compiled plans. */
    public Enumerable<Object> of(DataContext root, Enumerable<Object> rows) {
        LocalRun run = (LocalRun) root;
        return step == Step.GROUPS ? new Groups(run, rows) : new Rows(run, rows);
    }

    private final class Rows extends AbstractEnumerable<Object> {

        private final LocalRun run;
        private final Enumerable<Object> rows;

        Rows(LocalRun run, Enumerable<Object> rows) {
            this.run = run;
            this.rows = rows;
        }

        @Override
        public Enumerator<Object> enumerator() {
            return new TransformedEnumerator<>(rows.enumerator()) {
                private long count;

                @Override
                protected Object transform(Object row) {
                    run.requireRoom(++count, step.words());
                    return row;
                }
            };
        }
    }

    /** Of many rows in few groups only the groups are held: these are counted when the plan begins one. */
    private final class Groups extends AbstractEnumerable<Object> {

        private final LocalRun run;
        private final Enumerable<Object> rows;

        Groups(LocalRun run, Enumerable<Object> rows) {
            this.run = run;
            this.rows = rows;
        }

        @Override
        public Enumerator<Object> enumerator() {
            return rows.enumerator();
        }

        @Override
        public <K, A, R> Enumerable<R> groupBy(
                Function1<Object, K> key,
                Function0<A> initial,
                Function2<A, Object, A> adder,
                Function2<K, A, R> result) {
            AtomicLong count = new AtomicLong();
            return rows.groupBy(
                    key,
                    () -> {
                        run.requireRoom(count.incrementAndGet(), step.words());
                        return initial.apply();
                    },
                    adder,
                    result);
        }

        @Override
        public <R> Enumerable<R> select(Function1<Object, R> selector) {
            return new Selected<>(run, rows.select(selector));
        }
    }

    /** Keys of groups of which nothing is computed. */
    private final class Selected<R> extends AbstractEnumerable<R> {

        private final LocalRun run;
        private final Enumerable<R> rows;

        Selected(LocalRun run, Enumerable<R> rows) {
            this.run = run;
            this.rows = rows;
        }

        @Override
        public Enumerator<R> enumerator() {
            return rows.enumerator();
        }

        @Override
        public Enumerable<R> distinct() {
            Set<R> seen = new HashSet<>();
            return rows.where(row -> isNew(seen.add(row), seen.size()));
        }

        @Override
        public Enumerable<R> distinct(EqualityComparer<R> comparer) {
            Set<Object> seen = new HashSet<>();
            return rows.where(row -> isNew(seen.add(new Compared<>(row, comparer)), seen.size()));
        }

        private boolean isNew(boolean added, long held) {
            run.requireRoom(held, step.words());
            return added;
        }
    }

    /** A row that equals what its comparer says it does. */
    private record Compared<R>(R row, EqualityComparer<R> comparer) {

        @Override
        @SuppressWarnings("unchecked")
        public boolean equals(Object other) {
            return other instanceof Compared<?> compared && comparer.equal(row, (R) compared.row());
        }

        @Override
        public int hashCode() {
            return comparer.hashCode(row);
        }
    }
}
