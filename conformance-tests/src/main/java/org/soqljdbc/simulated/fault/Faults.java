package org.soqljdbc.simulated.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults a test has planned; each happens once, to the first call whose path it fits. Safe for many threads. */
public final class Faults {

    private record Planned(Predicate<String> path, Fault fault) {}

    private final List<Planned> planned = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();

    /**
     * Plans a fault.
     *
     * @param path tests method, path and query as sent: {@code GET /services/data/v67.0/query?q=...}
     */
    public synchronized void plan(Predicate<String> path, Fault fault) {
        planned.add(new Planned(path, fault));
        if (fault instanceof Fault.Held held) {
            holds.add(held.hold());
        }
    }

    /** Takes the first fault that fits. */
    public synchronized Optional<Fault> take(String methodAndUrl) {
        for (Iterator<Planned> rest = planned.iterator(); rest.hasNext(); ) {
            Planned next = rest.next();
            if (next.path().test(methodAndUrl)) {
                rest.remove();
                return Optional.of(next.fault());
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
