package org.soqljdbc.simulated.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** What takes back the changes since some point, the last one first. For the one thread that writes. */
public final class Undo {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** Notes what takes back a change that is being made. */
    public void add(Runnable step) {
        steps.push(step);
    }

    /** The point reached, for {@link #rollBack}. */
    public int mark() {
        return steps.size();
    }

    /** Takes back every change since a mark. */
    public void rollBack(int mark) {
        while (steps.size() > mark) {
            steps.pop().run();
        }
    }

    /** Makes the changes final. */
    public void commit() {
        steps.clear();
    }
}
