package org.soqljdbc.clients.liquibase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.CatalogAndSchema;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CommandExecutionException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Column;
import liquibase.structure.core.ForeignKey;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.clients.ClientOrg;

/** Liquibase reading an org: a snapshot of its tables, and nothing written. */
class LiquibaseTest {

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

    private static Connection connect() throws Exception {
        Properties properties = org.properties();
        // What reads only may not write, whatever command is given by mistake.
        properties.setProperty("readOnly", "true");
        return DriverManager.getConnection(org.url(), properties);
    }

    @Test
    void a_snapshot_has_tables_columns_and_keys() throws Exception {
        try (Connection connection = connect()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName("salesforce");
            DatabaseSnapshot snapshot = SnapshotGeneratorFactory.getInstance()
                    .createSnapshot(
                            CatalogAndSchema.DEFAULT,
                            database,
                            new SnapshotControl(
                                    database, Table.class, Column.class, PrimaryKey.class, ForeignKey.class));
            Set<String> tables =
                    snapshot.get(Table.class).stream().map(Table::getName).collect(Collectors.toSet());
            assertTrue(tables.containsAll(Set.of("Account", "Contact", "Invoice__c")), tables::toString);
            Table contact = snapshot.get(new Table(null, "salesforce", "Contact"));
            assertEquals("Id", contact.getPrimaryKey().getColumnNames());
            assertEquals("VARCHAR", contact.getColumn("LastName").getType().getTypeName());
            assertEquals(80, contact.getColumn("LastName").getType().getColumnSize());
            assertFalse(contact.getColumn("LastName").isNullable());
            assertTrue(
                    contact.getOutgoingForeignKeys().stream()
                            .anyMatch(key -> key.getPrimaryKeyTable().getName().equals("Account")),
                    () -> contact.getOutgoingForeignKeys().toString());
            long calls = connection.unwrap(SalesforceConnection.class).apiCallsMade();
            // The token, the list of objects, and the objects by 25: not one call for each table.
            assertTrue(calls <= 4 + tables.size() / 25, calls + " calls for " + tables.size() + " tables");
        }
    }

    @Test
    void the_command_snapshot_writes_yaml() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        command("snapshot")
                .addArgumentValue("snapshotFormat", "yaml")
                .setOutput(written)
                .execute();
        String yaml = written.toString(StandardCharsets.UTF_8);
        assertTrue(yaml.contains("name: Contact\n"), "the table");
        assertTrue(yaml.contains("name: LastName\n"), "its column");
        assertTrue(yaml.contains("name: PK_Contact\n"), "its key");
    }

    @Test
    void the_command_generate_changelog_writes_what_would_make_the_tables() throws Exception {
        Path file = folder.resolve("org.xml");
        command("generateChangelog")
                .addArgumentValue("changelogFile", file.toString())
                .execute();
        String changes = Files.readString(file, StandardCharsets.UTF_8);
        assertTrue(changes.contains(" tableName=\"Contact\">"), changes);
        assertTrue(
                changes.contains("<column name=\"LastName\" remarks=\"Last Name (string)\" type=\"VARCHAR(80)\">"),
                changes);
    }

    /** A command as the program of that name runs it. */
    private static CommandScope command(String name) throws CommandExecutionException {
        return new CommandScope(name)
                .addArgumentValue("url", org.url("readOnly=true"))
                .addArgumentValue("username", org.user())
                .addArgumentValue("password", org.password())
                .addArgumentValue("driver", ClientOrg.DRIVER)
                .addArgumentValue("defaultSchemaName", "salesforce");
    }
}
