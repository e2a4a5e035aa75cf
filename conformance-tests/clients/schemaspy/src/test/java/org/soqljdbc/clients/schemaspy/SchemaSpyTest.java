package org.soqljdbc.clients.schemaspy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.clients.ClientOrg;

/** SchemaSpy as people run it: from the command line, with a properties file for the database type. */
class SchemaSpyTest {

    @TempDir
    Path folder;

    @Test
    void the_whole_org_is_documented() throws Exception {
        try (ClientOrg org = ClientOrg.start()) {
            Path type = folder.resolve("soql.properties");
            Files.writeString(
                    type,
                    "dbms=Salesforce\ndescription=soql-jdbc\ndriver=" + ClientOrg.DRIVER + "\nconnectionSpec="
                            + org.url() + "\n");
            Path pages = folder.resolve("pages");
            Path log = folder.resolve("log");
            Process run = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
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
                            // The name of the pages; its pictures of many minutes are not looked at here.
                            "-db",
                            "org"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int status = run.waitFor();
            String said = Files.readString(log, StandardCharsets.UTF_8);
            assertEquals(0, status, said);
            File contact = pages.resolve("tables").resolve("Contact.html").toFile();
            assertTrue(contact.isFile(), said);
            String page = Files.readString(contact.toPath(), StandardCharsets.UTF_8);
            assertTrue(page.contains("LastName"), page);
            assertTrue(page.contains("Account.html"), "a link to the table that AccountId refers to");
        }
    }
}
