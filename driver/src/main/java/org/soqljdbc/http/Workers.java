package org.soqljdbc.http;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that wait for servers, shared by all connections of a JVM; idle ones end after ten seconds. */
public final class Workers {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::thread);

    private Workers() {}

    /** Runs each task at once on a thread of its own. A task must end by itself: nothing joins it. */
    public static Executor executor() {
        return POOL;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "soql-jdbc-" + NUMBER.incrementAndGet());
        // A JVM may exit, and a web application be unloaded, while a worker waits.
        thread.setDaemon(true);
        thread.setContextClassLoader(Workers.class.getClassLoader());
        return thread;
    }
}
