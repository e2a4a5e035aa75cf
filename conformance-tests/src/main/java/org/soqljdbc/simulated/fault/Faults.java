package org.soqljdbc.simulated.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults a test has planned; each happens once, to the first call it fits, or to a later one. Safe for many threads. */
public final class Faults {

    /** A planned fault, and how many more calls that fit it lets pass. */
    private static final class Planned {

        private final Predicate<String> path;
        private final Fault fault;
        private int passes;

        Planned(Predicate<String> path, Fault fault, int passes) {
            this.path = path;
            this.fault = fault;
            this.passes = passes;
        }
    }

    private final List<Planned> planned = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();

    /**
     * Plans a fault.
     *
     * @param path tests method, path and query as sent: {@code GET /services/data/v67.0/query?q=...}
     */
    public void plan(Predicate<String> path, Fault fault) {
        plan(1, path, fault);
    }

    /** Plans a fault for the n-th call from now that fits. @param nth from 1 */
    public synchronized void plan(int nth, Predicate<String> path, Fault fault) {
        planned.add(new Planned(path, fault, nth - 1));
        if (fault instanceof Fault.Held held) {
            holds.add(held.hold());
        } else if (fault instanceof Fault.HeldReply held) {
            holds.add(held.hold());
        }
    }

    /** Takes the first fault that fits. */
    public synchronized Optional<Fault> take(String methodAndUrl) {
        for (Iterator<Planned> rest = planned.iterator(); rest.hasNext(); ) {
            Planned next = rest.next();
            if (next.path.test(methodAndUrl)) {
                if (next.passes > 0) {
                    next.passes--;
                    continue;
                }
                rest.remove();
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    /** Forgets what is planned and lets every held call go on. */
    public synchronized void clear() {
        planned.clear();
        holds.forEach(Hold::release);
        holds.clear();
    }
}
