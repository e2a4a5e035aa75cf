package org.soqljdbc.api.bulk;

import java.time.Duration;

/**
 * How long to wait between two looks at a job: each look is an API call.
 *
 * @param first doubled after each look
 * @param longest at most
 */
public record JobWait(Duration first, Duration longest) {

    /** As clients that have grown old with this API do: half a second, doubled up to ten. */
    public static final JobWait USUAL = new JobWait(Duration.ofMillis(500), Duration.ofSeconds(10));

    /** @param looks so far, from 0 */
    Duration before(int looks) {
        Duration wait = first.multipliedBy(1L << Math.min(looks, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
