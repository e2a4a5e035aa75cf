package org.soqljdbc.simulated.bulk;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How the org's bulk jobs go: how fast, with how large pages, whether at all. Safe for many threads. */
public final class BulkSettings {

    private volatile int pollsInProgress;
    private volatile int rowsOfPoll;
    private volatile int rowsOfPage;
    private volatile long largestUpload;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    public BulkSettings() {
        usual();
    }

    /** Gives every setting its usual value. */
    public void usual() {
        pollsInProgress = 1;
        rowsOfPoll = Integer.MAX_VALUE;
        rowsOfPage = 50_000;
        // Bulk API 2.0, "Limits": 150 MB in base64, so 100 MB as sent.
        largestUpload = 100_000_000;
        failures.clear();
    }

    /** How often a job is seen InProgress, at least once, before rows are processed. */
    public void pollsInProgress(int polls) {
        pollsInProgress = polls;
    }

    /** How many rows an ingest job processes each time it is polled after that; the rest waits. */
    public void rowsOfPoll(int rows) {
        rowsOfPoll = rows;
    }

    /** How many rows a page of query results has when the client does not say. */
    public void rowsOfPage(int rows) {
        rowsOfPage = rows;
    }

    /** The size above which an upload is refused, in bytes. */
    public void largestUpload(long bytes) {
        largestUpload = bytes;
    }

    /** Makes the next job that would begin to work end as Failed with that message. */
    public void failNext(String message) {
        failures.add(message);
    }

    int pollsInProgress() {
        return pollsInProgress;
    }

    int rowsOfPoll() {
        return rowsOfPoll;
    }

    public int rowsOfPage() {
        return rowsOfPage;
    }

    public long largestUpload() {
        return largestUpload;
    }

    Optional<String> takeFailure() {
        return Optional.ofNullable(failures.poll());
    }
}
