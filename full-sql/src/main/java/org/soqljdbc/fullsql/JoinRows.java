package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Predicate2;

/** The rows of a join as they are found: one side is held, the other one streams by. */
final class JoinRows implements Enumerator<Object> {

    /** Rows that are read of the first side before the other one is held instead. */
    private static final int ROWS_THAT_FEED = 50_000;

    private final JoinPlan plan;
    private final LocalRun run;
    private final Function0<Enumerable<Object>> lefts;
    private final Function0<Enumerable<Object>> rights;
    private final Predicate2<Object, Object> test;

    private final List<Object> held = new ArrayList<>();
    private final Map<Object, List<Integer>> byMatch = new HashMap<>();
    private final List<Integer> everyHeld = new ArrayList<>();
    private final BitSet matched = new BitSet();

    private boolean begun;
    private boolean heldIsLeft;
    private Enumerator<Object> streamed;
    private Iterator<Object> readBefore = List.of().iterator();
    private boolean streamEnded;

    private Object streamRow;
    private Iterator<Integer> candidates = List.<Integer>of().iterator();
    private boolean streamRowMatched = true;
    private int nextUnmatched;
    private Object current;

    JoinRows(
            JoinPlan plan,
            LocalRun run,
            Function0<Enumerable<Object>> lefts,
            Function0<Enumerable<Object>> rights,
            Predicate2<Object, Object> test) {
        this.plan = plan;
        this.run = run;
        this.lefts = lefts;
        this.rights = rights;
        this.test = test;
    }

    // ---- which side is held --------------------------------------------------------------------------------

    private void begin() {
        begun = true;
        boolean firstIsLeft = plan.leftFirst();
        JoinPlan.Side other = plan.side(!firstIsLeft);
        if (!other.canBeFed() || plan.keeps(!firstIsLeft)) {
            holdSecond(firstIsLeft, null, List.of());
            return;
        }
        FedKeys keys = new FedKeys(plan, firstIsLeft);
        List<Object> rows = new ArrayList<>();
        Enumerator<Object> first = side(firstIsLeft).enumerator();
        int most = other.mustBeFed() ? run.maxLocalRows() : Math.min(ROWS_THAT_FEED, run.maxLocalRows());
        while (first.moveNext()) {
            rows.add(first.current());
            keys.add(first.current());
            boolean feeds = rows.size() <= most && (keys.isFew() || other.mustBeFed());
            if (!feeds) {
                holdSecond(firstIsLeft, first, rows);
                return;
            }
        }
        first.close();
        heldIsLeft = firstIsLeft;
        rows.forEach(this::hold);
        keys.feed(run);
        if (!byMatchIsEmpty() || plan.keeps(!firstIsLeft)) {
            streamed = side(!firstIsLeft).enumerator();
        } else {
            streamEnded = true;
        }
    }

    private Enumerable<Object> side(boolean isLeft) {
        return isLeft ? lefts.apply() : rights.apply();
    }

    private boolean byMatchIsEmpty() {
        return plan.keys.isEmpty() ? held.isEmpty() : byMatch.isEmpty();
    }

    private void holdSecond(boolean firstIsLeft, Enumerator<Object> first, List<Object> before) {
        heldIsLeft = !firstIsLeft;
        try (Enumerator<Object> second = side(!firstIsLeft).enumerator()) {
            while (second.moveNext()) {
                hold(second.current());
            }
        }
        readBefore = before.iterator();
        if (byMatchIsEmpty() && !plan.keeps(firstIsLeft)) {
            streamEnded = true;
            readBefore = List.of().iterator();
            streamed = first;
        } else {
            streamed = first == null ? side(firstIsLeft).enumerator() : first;
        }
    }

    private void hold(Object row) {
        int at = held.size();
        held.add(row);
        run.requireRoom(held.size(), "a join");
        if (plan.keys.isEmpty()) {
            everyHeld.add(at);
            return;
        }
        Object match = plan.match(heldIsLeft, row);
        if (match != null) {
            byMatch.computeIfAbsent(match, any -> new ArrayList<>(1)).add(at);
        }
    }

    // ---- rows ----------------------------------------------------------------------------------------------

    @Override
    public boolean moveNext() {
        if (!begun) {
            begin();
        }
        while (true) {
            if (candidates.hasNext()) {
                if (pair(candidates.next())) {
                    return true;
                }
            } else if (!streamRowMatched) {
                streamRowMatched = true;
                if (plan.keeps(!heldIsLeft)) {
                    current = alone(!heldIsLeft, streamRow);
                    return true;
                }
            } else if (!nextOfStream()) {
                return nextUnmatched();
            }
        }
    }

    private boolean nextOfStream() {
        if (readBefore.hasNext()) {
            streamRow = readBefore.next();
        } else if (!streamEnded && streamed.moveNext()) {
            streamRow = streamed.current();
        } else {
            streamEnded = true;
            return false;
        }
        streamRowMatched = false;
        List<Integer> found = everyHeld;
        if (!plan.keys.isEmpty()) {
            Object match = plan.match(!heldIsLeft, streamRow);
            found = match == null ? List.of() : byMatch.getOrDefault(match, List.of());
        }
        candidates = found.iterator();
        return true;
    }

    /** Whether a pair, or what it makes known, is a row. */
    private boolean pair(int at) {
        Object partner = held.get(at);
        Object left = heldIsLeft ? partner : streamRow;
        Object right = heldIsLeft ? streamRow : partner;
        boolean known = plan.choosesLeft() && heldIsLeft && matched.get(at);
        if (known || test != null && !test.apply(left, right)) {
            return false;
        }
        streamRowMatched = true;
        matched.set(at);
        if (!plan.choosesLeft()) {
            current = joined(left, right);
            return true;
        }
        if (!heldIsLeft) {
            candidates = List.<Integer>of().iterator();
        }
        current = left;
        return plan.type == org.apache.calcite.rel.core.JoinRelType.SEMI;
    }

    private boolean nextUnmatched() {
        if (!plan.keeps(heldIsLeft)) {
            return false;
        }
        nextUnmatched = matched.nextClearBit(nextUnmatched);
        if (nextUnmatched >= held.size()) {
            return false;
        }
        current = alone(heldIsLeft, held.get(nextUnmatched));
        nextUnmatched++;
        return true;
    }

    private Object alone(boolean isLeft, Object row) {
        if (plan.choosesLeft()) {
            return row;
        }
        return isLeft ? joined(row, null) : joined(null, row);
    }

    private Object joined(Object left, Object right) {
        Object[] row = new Object[plan.left.width + plan.right.width];
        copy(left, plan.left.width, row, 0);
        copy(right, plan.right.width, row, plan.left.width);
        return row;
    }

    private static void copy(Object from, int width, Object[] to, int at) {
        if (from == null) {
            return;
        }
        if (width == 1) {
            to[at] = from;
        } else {
            System.arraycopy(from, 0, to, at, width);
        }
    }

    @Override
    public Object current() {
        return current;
    }

    @Override
    public void reset() {
        throw new IllegalStateException("The rows of a join are read once");
    }

    @Override
    public void close() {
        if (streamed != null) {
            streamed.close();
        }
    }
}
