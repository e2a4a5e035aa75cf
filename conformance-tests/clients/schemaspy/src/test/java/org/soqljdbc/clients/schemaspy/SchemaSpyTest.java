package org.soqljdbc.clients.schemaspy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.clients.ClientOrg;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SchemaSpy as people run it: from the command line, with a properties file for the database type. */
class SchemaSpyTest {

    private static ClientOrg org;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void the_whole_org_is_described_as_xml() throws Exception {
        Path pages = run("-nohtml");
        Document described;
        try (Stream<Path> files = Files.list(pages);
                InputStream xml = Files.newInputStream(
                        files.filter(file -> file.getFileName().toString().endsWith("salesforce.xml"))
                                .findFirst()
                                .orElseThrow())) {
            described =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
        }
        List<Element> tables = elements(described.getElementsByTagName("table"));
        assertTrue(tables.size() > 35, tables.size() + " tables");
        Element account = named(tables, "Account");
        assertEquals("60", account.getAttribute("numRows"));
        Element contact = named(tables, "Contact");
        assertEquals("5000", contact.getAttribute("numRows"));
        Element key = elements(contact.getElementsByTagName("primaryKey")).get(0);
        assertEquals("Id", key.getAttribute("column"));
        Element lookup = named(elements(contact.getElementsByTagName("column")), "AccountId");
        Element parent = named(elements(lookup.getElementsByTagName("parent")), "Account", "table");
        assertEquals("Id", parent.getAttribute("column"));
        assertEquals("false", parent.getAttribute("implied"), "a key of the org, not a guess by names");
    }

    @Test
    void pages_and_diagrams_of_some_objects_are_written() throws Exception {
        // Viz.js comes with SchemaSpy, so that nothing need be installed; of a whole org it would draw for many
        // minutes.
        Path pages = run("-vizjs", "-i", "Account|Contact");
        String page = Files.readString(pages.resolve("tables").resolve("Contact.html"), StandardCharsets.UTF_8);
        assertTrue(page.contains("LastName"), page);
        assertTrue(page.contains("Account.html"), "a link to the table that AccountId refers to");
        Path pictures = pages.resolve("diagrams").resolve("tables");
        try (Stream<Path> files = Files.list(pictures)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertTrue(names.contains("Contact.1degree.svg"), names::toString);
        }
    }

    /** @return the folder with what it wrote */
    private Path run(String... more) throws IOException, InterruptedException {
        Path type = folder.resolve("soql.properties");
        Files.writeString(
                type,
                "dbms=Salesforce\ndescription=soql-jdbc\ndriver=" + ClientOrg.DRIVER + "\nconnectionSpec=" + org.url()
                        + "\n");
        Path pages = folder.resolve("pages");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.schemaspy.Main",
                "-t",
                type.toString(),
                // Without catalogs it wants to be told that any will do.
                "-cat",
                "%",
                "-s",
                "salesforce",
                "-u",
                org.user(),
                "-p",
                org.password(),
                "-o",
                pages.toString(),
                // The name on the pages.
                "-db",
                "org"));
        command.addAll(List.of(more));
        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = run.waitFor();
        assertEquals(0, status, () -> said(log));
        return pages;
    }

    private static String said(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Element named(List<Element> elements, String name) {
        return named(elements, name, "name");
    }

    private static Element named(List<Element> elements, String name, String attribute) {
        return elements.stream()
                .filter(element -> element.getAttribute(attribute).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }
}
