package org.soqljdbc.conformance;

import java.util.Random;

/**
 * Where random tests begin: at the same place in each run, so that a build which was green stays green. {@code -Dseed=n}
 * begins elsewhere, as a failure's message tells; {@code -Dseed=random} anywhere, to look further.
 */
public final class Seeds {

    private static final long USUAL = 20_260_311L;

    private Seeds() {}

    /** The seed of this run. */
    public static long seed() {
        String given = System.getProperty("seed", "");
        if (given.equals("random")) {
            return new Random().nextLong();
        }
        return given.isEmpty() ? USUAL : Long.parseLong(given);
    }
}
