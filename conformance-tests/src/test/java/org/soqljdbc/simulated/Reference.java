package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of recorded replies and SOQL texts, which lie outside the repository. */
final class Reference {

    private Reference() {}

    /** A folder of the reference. @param names below the folder that the system property {@code reference} names */
    static Path folder(String... names) {
        return Path.of(System.getProperty("reference", ""), names);
    }

    /** Skips the running test, saying so, where there is no such folder. */
    static void require(Path folder) {
        boolean named = !System.getProperty("reference", "").isEmpty();
        assumeTrue(named && Files.isDirectory(folder), "skipped: -Dreference names no folder that has " + folder);
    }
}
