package org.soqljdbc.simulated.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A point where a call waits: the test learns that it has arrived, and lets it go on. */
public final class Hold {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Waits until the call has arrived. @return false if it did not in that time */
    public boolean awaitArrival(Duration longest) throws InterruptedException {
        return arrived.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the call go on; harmless when repeated. */
    public void release() {
        released.countDown();
    }

    /** Called by the org's thread: says that the call has arrived, and waits. */
    public void pass() {
        arrived.countDown();
        try {
            released.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
