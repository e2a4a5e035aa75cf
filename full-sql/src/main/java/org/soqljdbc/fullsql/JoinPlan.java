package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.rel.core.JoinRelType;

/**
 * What is joined, and how. Public because compiled plans call it.
 *
 * <p>One side is read first. If its keys are few, they go to the scan of the other side, whose rows then stream by;
 * otherwise the other side is held and the first one streams by.
 */
public final class JoinPlan {

    /**
     * What must be equal.
     *
     * @param left a column of the left side
     * @param right a column of the right side
     * @param folded whether text is compared without case
     * @param nullsMatch whether null equals null
     */
    record Key(int left, int right, boolean folded, boolean nullsMatch) {}

    /** One side of a join. @param feeds for each key the scans that can be told which keys are wanted; none if none */
    static final class Side {
        final int width;
        final List<List<KeyFeed>> feeds = new ArrayList<>();

        Side(int width, int keys) {
            this.width = width;
            for (int key = 0; key < keys; key++) {
                feeds.add(new ArrayList<>());
            }
        }

        boolean canBeFed() {
            return feeds.stream().anyMatch(each -> !each.isEmpty());
        }

        /** Whether the org refuses to answer unless it is told which keys are wanted. */
        boolean mustBeFed() {
            return feeds.stream()
                    .flatMap(List::stream)
                    .anyMatch(feed -> feed.scan().mustBeFed());
        }

        Object value(Object row, int column) {
            return width == 1 ? row : ((Object[]) row)[column];
        }
    }

    private static final Object NOTHING = new Object();

    final JoinRelType type;
    final List<Key> keys;
    final Side left;
    final Side right;
    private boolean leftFirst = true;

    JoinPlan(JoinRelType type, List<Key> keys, int leftWidth, int rightWidth) {
        this.type = type;
        this.keys = List.copyOf(keys);
        this.left = new Side(leftWidth, keys.size());
        this.right = new Side(rightWidth, keys.size());
    }

    void readFirst(boolean isLeft) {
        leftFirst = isLeft;
    }

    boolean leftFirst() {
        return leftFirst;
    }

    Side side(boolean isLeft) {
        return isLeft ? left : right;
    }

    /** Whether rows of a side stay without a partner. */
    boolean keeps(boolean isLeft) {
        return switch (type) {
            case LEFT, ANTI -> isLeft;
            case RIGHT -> !isLeft;
            case FULL -> true;
            default -> false;
        };
    }

    /** Whether only rows of the left side come out. */
    boolean choosesLeft() {
        return type == JoinRelType.SEMI || type == JoinRelType.ANTI;
    }

    /** What a row is matched by; null where null matches nothing and the row has one. */
    Object match(boolean isLeft, Object row) {
        Side side = side(isLeft);
        if (keys.size() == 1) {
            return match(keys.get(0), side.value(row, column(keys.get(0), isLeft)));
        }
        List<Object> all = new ArrayList<>(keys.size());
        for (Key key : keys) {
            Object value = match(key, side.value(row, column(key, isLeft)));
            if (value == null) {
                return null;
            }
            all.add(value);
        }
        return all;
    }

    static int column(Key key, boolean isLeft) {
        return isLeft ? key.left() : key.right();
    }

    private static Object match(Key key, Object value) {
        if (value == null) {
            return key.nullsMatch() ? NOTHING : null;
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return key.folded() && value instanceof String text ? LocalFunctions.fold(text) : value;
    }

    /** Called by compiled plans. @param test what more must be true of a pair; may be null */
    public Enumerable<Object> rows(
            DataContext root,
            Function0<Enumerable<Object>> lefts,
            Function0<Enumerable<Object>> rights,
            Predicate2<Object, Object> test) {
        LocalRun run = (LocalRun) root;
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object> enumerator() {
                return new JoinRows(JoinPlan.this, run, lefts, rights, test);
            }
        };
    }

    /** In words, for EXPLAIN. */
    String told(List<String> leftNames, List<String> rightNames) {
        List<String> equal = new ArrayList<>();
        for (Key key : keys) {
            equal.add(leftNames.get(key.left()) + " = " + rightNames.get(key.right()));
        }
        return equal.isEmpty() ? "every pair" : String.join(" and ", equal);
    }
}
