package org.soqljdbc.clients.schemacrawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** SchemaCrawler at its maximum level over the whole org. */
class SchemaCrawlerTest {

    @Test
    void the_whole_org_is_crawled() throws Exception {
        try (ClientOrg org = ClientOrg.start()) {
            DatabaseConnectionSource source = DatabaseConnectionSources.newDatabaseConnectionSource(
                    org.url(), new MultiUseUserCredentials(org.user(), org.password()));
            SchemaCrawlerOptions options = SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                    .withLoadOptions(LoadOptionsBuilder.builder()
                            .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                            .toOptions());
            Catalog catalog = SchemaCrawlerUtility.getCatalog(source, options);

            Collection<Table> tables = catalog.getTables();
            Table contact = table(tables, "Contact");
            assertEquals(
                    "Id", contact.getPrimaryKey().getConstrainedColumns().get(0).getName());
            assertTrue(
                    contact.getImportedForeignKeys().stream()
                            .anyMatch(key -> key.getPrimaryKeyTable().getName().equals("Account")),
                    contact.getImportedForeignKeys()::toString);
            Column lastName = contact.getColumns().stream()
                    .filter(column -> column.getName().equals("LastName"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("VARCHAR", lastName.getColumnDataType().getName());
        }
    }

    private static Table table(Collection<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
