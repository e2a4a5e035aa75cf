package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
            assertEquals("org.soqljdbc.SalesforceDriver", text.strip());
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
