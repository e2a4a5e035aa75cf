package org.soqljdbc.clients.jooq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.clients.ClientOrg;

/** The classes that jOOQ's generator writes from the metadata of the org. */
class GenerationTest {

    @TempDir
    private static Path folder;

    private static Path sources;

    @BeforeAll
    static void generate() throws Exception {
        try (ClientOrg org = ClientOrg.start()) {
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withDriver(ClientOrg.DRIVER)
                            .withUrl(org.url())
                            .withUser(org.user())
                            .withPassword(org.password()))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withName("org.jooq.meta.jdbc.JDBCDatabase")
                                    .withInputSchema("salesforce")
                                    .withIncludes("Account|Contact|Opportunity"))
                            .withGenerate(new Generate().withComments(true))
                            .withTarget(
                                    new Target().withPackageName("generated").withDirectory(folder.toString()))));
        }
        sources = folder.resolve("generated");
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Path file = files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
            return Files.readString(file);
        }
    }

    @Test
    void each_object_is_a_table() throws IOException {
        try (Stream<Path> files = Files.list(sources.resolve("tables"))) {
            assertEquals(3, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void columns_have_the_types_of_their_fields() throws IOException {
        String opportunity = source("tables/Opportunity.java");
        assertColumn(opportunity, "String", "NAME");
        assertColumn(opportunity, "BigDecimal", "AMOUNT");
        assertColumn(opportunity, "LocalDate", "CLOSEDATE");
        assertColumn(opportunity, "Boolean", "ISCLOSED");
    }

    private static void assertColumn(String table, String type, String name) {
        assertTrue(table.contains("TableField<OpportunityRecord, " + type + "> " + name + " "), table);
    }

    @Test
    void primary_and_foreign_keys_are_generated() throws IOException {
        String keys = source("Keys.java");
        assertTrue(keys.contains("UniqueKey<AccountRecord>"), keys);
        assertTrue(keys.contains("ForeignKey<ContactRecord, AccountRecord>"), keys);
        assertTrue(keys.contains("ForeignKey<OpportunityRecord, AccountRecord>"), keys);
    }
}
