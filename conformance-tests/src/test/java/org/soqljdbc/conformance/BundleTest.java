package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.soqljdbc.simulated.SimulatedOrg;

/** The one jar that people load in a SQL client. */
class BundleTest {

    private static final List<String> OURS = List.of("org/soqljdbc/", "META-INF/");

    @Test
    void there_is_exactly_one_bundle_jar() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            assertEquals(1, files.filter(BundleTest::isBundle).count());
        }
    }

    @Test
    void every_entry_is_ours_or_relocated() throws IOException {
        try (JarFile jar = new JarFile(bundle().toFile())) {
            List<String> foreign = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> OURS.stream().noneMatch(name::startsWith))
                    .filter(name -> !"org/".equals(name))
                    .toList();
            assertEquals(List.of(), foreign);
        }
    }

    /** A class that would sit in META-INF/versions under its own package would escape the relocation unseen. */
    @Test
    void every_class_of_a_later_java_version_is_relocated_too() throws IOException {
        try (JarFile jar = new JarFile(bundle().toFile())) {
            List<String> foreign = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith("META-INF/") && name.endsWith(".class"))
                    .toList();
            assertEquals(List.of(), foreign);
        }
    }

    @Test
    void the_bundle_registers_one_driver_and_nothing_is_signed() throws IOException {
        try (JarFile jar = new JarFile(bundle().toFile())) {
            JarEntry services = jar.getJarEntry("META-INF/services/java.sql.Driver");
            String text = new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(List.of("org.soqljdbc.SalesforceDriver"), text.lines().toList());
            assertTrue(
                    jar.stream().map(JarEntry::getName).noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)")));
        }
    }

    /** As a SQL client does: the jar in a class loader of its own, a context class loader that knows nothing of it. */
    @Test
    void it_runs_from_a_class_loader_of_its_own() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] jar = {bundle().toUri().toURL()};
        try (SimulatedOrg org = SimulatedOrg.start();
                URLClassLoader loader = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            List<Driver> drivers = ServiceLoader.load(Driver.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(driver -> driver.getClass().getClassLoader() == loader)
                    .toList();
            assertEquals(1, drivers.size());
            try (Connection connection = drivers.get(0).connect(OrgConnections.url(org), new Properties());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT Id, Name FROM Account ORDER BY Name LIMIT 3")) {
                int count = 0;
                while (rows.next()) {
                    assertEquals(18, rows.getString("Id").length());
                    count++;
                }
                assertEquals(3, count);
                assertTrue(hasJoinedRows(statement));
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A join that Calcite must do, compiled by the compiler inside the jar. */
    private static boolean hasJoinedRows(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT a.Name, c.LastName FROM Account a FULL JOIN Contact c"
                + " ON UPPER(a.Id) = UPPER(c.AccountId) WHERE c.LastName IS NOT NULL ORDER BY 1, 2")) {
            return rows.next() && rows.getString(2) != null;
        }
    }

    /** Calcite's and Avatica's drivers would register themselves as soon as their classes are loaded. */
    @Test
    void an_application_gains_one_driver_and_loads_calcite_only_for_what_needs_it(TestReporter reporter)
            throws Exception {
        List<String> lines = new ArrayList<>();
        try (SimulatedOrg org = SimulatedOrg.start()) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load:stdout",
                            "-cp",
                            bundle() + File.pathSeparator + testClasses(),
                            BundleProgram.class.getName(),
                            OrgConnections.url(org))
                    .redirectErrorStream(true)
                    .start();
            new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(lines::add);
            assertEquals(0, program.waitFor(), () -> String.join("\n", lines));
        }
        int simpleDone = lines.indexOf("simple statements done");
        assertEquals(List.of(), calcite(lines.subList(0, simpleDone)));
        assertFalse(calcite(lines.subList(simpleDone, lines.size())).isEmpty(), "the join runs by Calcite");
        List<String> printed =
                lines.stream().filter(line -> !line.contains("[class,load]")).toList();
        assertEquals(4, printed.size(), printed.toString());
        reporter.publishEntry("first statement by Calcite, with class loading logged", printed.get(2));
        assertEquals(List.of("drivers 1", "drivers 1"), List.of(printed.get(0), printed.get(3)));
    }

    private static List<String> calcite(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("calcite") || line.contains("org.soqljdbc.fullsql"))
                .toList();
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(BundleProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static boolean isBundle(Path file) {
        return file.getFileName().toString().endsWith("-all.jar");
    }

    private static Path directory() {
        return Path.of(System.getProperty("bundle.directory"));
    }

    private static Path bundle() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(BundleTest::isBundle)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no bundle jar in " + directory() + ": run mvn verify"));
        }
    }
}
