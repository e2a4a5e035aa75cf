package org.soqljdbc.conformance.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.conformance.OrgConnections;
import org.soqljdbc.simulated.SimulatedOrg;

/** What a crawl of a whole org holds: the rows of its result set, but not all that describe told. */
class MetadataMemoryTest {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void the_columns_of_fifteen_hundred_objects_are_listed_in_64_megabytes() throws Exception {
        try (SimulatedOrg org =
                SimulatedOrg.builder().withGeneratedObjects(1_460).start()) {
            Process crawler = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path")
                                    + File.pathSeparator
                                    + System.getProperty("surefire.test.class.path", ""),
                            ColumnCounter.class.getName(),
                            OrgConnections.url(org))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(crawler.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(0, crawler.waitFor(), output);
            String[] counts = output.split(" ");
            assertTrue(Long.parseLong(counts[0]) > 15_000, output);
            // A token, the list of objects, and a call for each 25.
            assertTrue(Long.parseLong(counts[1]) <= 2 + 60, output);
        }
    }
}
