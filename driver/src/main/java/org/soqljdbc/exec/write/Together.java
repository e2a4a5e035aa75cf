package org.soqljdbc.exec.write;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Workers;

/** Does pieces of work at the same time, each on a thread of its own, and waits for all. */
final class Together {

    private Together() {}

    /** Work on one piece; says itself what failed. */
    interface Task<T> {
        void on(T piece);
    }

    /** Returns when all is done; an interrupt cancels what is under way and stays set. */
    static <T> void run(List<T> pieces, CallControl control, Task<T> task) {
        if (pieces.size() == 1) {
            task.on(pieces.get(0));
            return;
        }
        CompletableFuture<?>[] work = pieces.stream()
                .map(piece -> CompletableFuture.runAsync(() -> task.on(piece), Workers.executor()))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<?> all = CompletableFuture.allOf(work);
        try {
            all.get();
        } catch (InterruptedException interrupted) {
            // Not before each call has ended is it known what became of its rows.
            control.cancel();
            all.join();
            Thread.currentThread().interrupt();
        } catch (ExecutionException fault) {
            all.join();
        }
    }
}
