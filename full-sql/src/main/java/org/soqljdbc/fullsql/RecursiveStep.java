package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function0;

/**
 * How the rows of a common table that names itself come about: first those of its first part, then again and again those
 * of its second part over the rows of the step before, until a step has none. Public because compiled plans call it.
 */
public final class RecursiveStep {

    private static final String HOLDER = "a common table that names itself";

    private final String name;

    RecursiveStep(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The rows of the step before, as the second part sees them. */
    public Enumerable<Object> rows(DataContext root) {
        LocalRun run = (LocalRun) root;
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object> enumerator() {
                return Linq4j.enumerator(run.step(RecursiveStep.this));
            }
        };
    }

    /** Every row. @param caseless which columns compare without case; null where equal rows all count */
    public Enumerable<Object> all(
            DataContext root,
            Function0<Enumerable<Object>> first,
            Function0<Enumerable<Object>> next,
            boolean[] caseless) {
        LocalRun run = (LocalRun) root;
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object> enumerator() {
                return new Steps(run, first, next, caseless);
            }
        };
    }

    private final class Steps implements Enumerator<Object> {

        private final LocalRun run;
        private final Function0<Enumerable<Object>> first;
        private final Function0<Enumerable<Object>> next;
        private final boolean[] caseless;
        private final Set<Object> seen = new HashSet<>();
        private Iterator<Object> waiting = List.of().iterator();
        private List<Object> step;
        private Object current;

        Steps(
                LocalRun run,
                Function0<Enumerable<Object>> first,
                Function0<Enumerable<Object>> next,
                boolean[] caseless) {
            this.run = run;
            this.first = first;
            this.next = next;
            this.caseless = caseless;
        }

        @Override
        public boolean moveNext() {
            while (!waiting.hasNext()) {
                if (step != null && step.isEmpty()) {
                    return false;
                }
                step = step == null ? read(first) : stepped();
                waiting = step.iterator();
            }
            current = waiting.next();
            return true;
        }

        private List<Object> stepped() {
            run.step(RecursiveStep.this, step);
            // What joins ask of the second part is of this step alone.
            Map<KeyFeed, List<Object>> before = run.wantedKeys();
            List<Object> rows = read(next);
            run.wantedKeys(before);
            return rows;
        }

        private List<Object> read(Function0<Enumerable<Object>> part) {
            run.requireGoingOn();
            List<Object> rows = new ArrayList<>();
            try (Enumerator<Object> found = part.apply().enumerator()) {
                while (found.moveNext()) {
                    Object row = found.current();
                    if (caseless == null || seen.add(key(row))) {
                        rows.add(row);
                        run.requireRoom(Math.max(rows.size(), seen.size()), HOLDER);
                    }
                }
            }
            return rows;
        }

        private List<Object> key(Object row) {
            List<Object> key = new ArrayList<>();
            for (int column = 0; column < caseless.length; column++) {
                Object value = caseless.length == 1 ? row : ((Object[]) row)[column];
                key.add(caseless[column] && value instanceof String text ? LocalFunctions.fold(text) : value);
            }
            return key;
        }

        @Override
        public Object current() {
            return current;
        }

        @Override
        public void reset() {
            throw new IllegalStateException("The rows of a common table are read once");
        }

        @Override
        public void close() {
            waiting = List.of().iterator();
        }
    }
}
