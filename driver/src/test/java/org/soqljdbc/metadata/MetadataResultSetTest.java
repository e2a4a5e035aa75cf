package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.Engine;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.OrgConnection;

/** Metadata as a caller of java.sql meets it: through a connection, as result sets. */
class MetadataResultSetTest {

    private final SampleOrg org = SampleOrg.usual();
    private Connection connection;
    private DatabaseMetaData metaData;

    /** An engine that has a catalog and nothing else. */
    private record CatalogOnly(Catalog catalog) implements Engine {

        @Override
        public java.util.List<org.soqljdbc.exec.write.EntryOutcome> runBatch(
                java.util.List<org.soqljdbc.exec.write.BatchEntry> entries,
                org.soqljdbc.exec.write.UpdateOptions options,
                CallControl control) {
            throw new AssertionError("no batches here");
        }

        @Override
        public org.soqljdbc.exec.write.WriteUnit writes() {
            throw new AssertionError("no writes here");
        }

        @Override
        public PreparedQuery prepare(String text) throws SQLException {
            throw SqlErrors.unsupported("prepare");
        }

        @Override
        public boolean ping(Duration timeout) {
            return true;
        }

        @Override
        public InputStream openBlob(String path, CallControl control) throws SQLException {
            throw SqlErrors.unsupported("openBlob");
        }

        @Override
        public long apiCallsMade() {
            return 0;
        }

        @Override
        public Optional<ApiUsage> apiUsage() {
            return Optional.empty();
        }

        @Override
        public String instanceUrl() {
            return "https://example.my.salesforce.com";
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "ada@example.com");
        properties.setProperty("clientSecret", "hush");
        connection = OrgConnection.of(
                new CatalogOnly(org), Settings.of("jdbc:soql://Example.my.salesforce.com?clientId=abc", properties));
        metaData = connection.getMetaData();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void values_have_the_types_of_their_columns() throws SQLException {
        try (ResultSet keys = metaData.getIndexInfo(null, null, "Invoice__c", false, false)) {
            assertTrue(keys.next());
            assertFalse(keys.getBoolean("NON_UNIQUE"));
            assertEquals(Boolean.FALSE, keys.getObject("NON_UNIQUE"));
            assertEquals(DatabaseMetaData.tableIndexOther, keys.getShort("TYPE"));
            assertEquals(1, keys.getInt("ordinal_position"));
            assertEquals(0, keys.getLong("CARDINALITY"));
            assertTrue(keys.wasNull());
            assertNull(keys.getString("TABLE_CAT"));
            assertEquals("salesforce", keys.getString(2));
        }
        try (ResultSet columns = metaData.getColumns(null, null, "Account", "AnnualRevenue")) {
            ResultSetMetaData shape = columns.getMetaData();
            assertEquals(24, shape.getColumnCount());
            assertEquals("COLUMN_SIZE", shape.getColumnLabel(7));
            assertEquals(Types.INTEGER, shape.getColumnType(7));
            assertEquals("SOURCE_DATA_TYPE", shape.getColumnLabel(22));
            assertEquals(Types.SMALLINT, shape.getColumnType(22));
            assertTrue(columns.next());
            assertEquals(Types.DECIMAL, columns.getInt("DATA_TYPE"));
            assertEquals(18, columns.getObject("COLUMN_SIZE"));
            assertEquals(2, columns.getInt("DECIMAL_DIGITS"));
            assertFalse(columns.next());
        }
    }

    @Test
    void the_connection_and_its_url_are_told_without_secrets() throws SQLException {
        assertSame(connection, metaData.getConnection());
        assertTrue(metaData.getURL().startsWith("jdbc:soql://example.my.salesforce.com"));
        assertFalse(metaData.getURL().contains("hush"));
        assertEquals("ada@example.com", metaData.getUserName());
        assertEquals(connection.getSchema(), first(metaData.getSchemas(null, connection.getSchema()), "TABLE_SCHEM"));
    }

    @Test
    void client_info_properties_are_those_the_connection_takes() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = metaData.getClientInfoProperties()) {
            while (rows.next()) {
                names.add(rows.getString("NAME"));
                connection.setClientInfo(rows.getString("NAME"), "x");
                assertNull(connection.getWarnings());
                assertEquals("x", connection.getClientInfo(rows.getString("NAME")));
            }
        }
        assertEquals(List.of("ApplicationName", "ClientHostname", "ClientUser"), names);
    }

    @Test
    void a_result_set_of_metadata_has_no_statement() throws SQLException {
        try (ResultSet tables = metaData.getTables(null, null, "%", null)) {
            assertNull(tables.getStatement());
            assertTrue(tables.next());
        }
    }

    /** Whatever is passed, a SQLException or a result set with the columns of the shape; open and closed. */
    @Test
    void no_argument_leads_to_another_exception() throws Exception {
        Object[][] texts = {{null}, {""}, {"%"}, {"Account"}, {"\\"}, {"a/b?c=d#e"}, {"\u0000\uD800"}};
        for (Method method : DatabaseMetaData.class.getMethods()) {
            for (Object[] text : texts) {
                Object[] arguments = Arrays.stream(method.getParameterTypes())
                        .map(type -> type == String.class
                                ? text[0]
                                : type == int.class ? (Object) (-7) : type == boolean.class ? (Object) true : null)
                        .toArray();
                call(method, arguments);
            }
        }
        connection.close();
        assertEquals(
                "08003",
                assertThrows(SQLException.class, () -> metaData.getTables(null, null, "%", null))
                        .getSQLState());
    }

    private void call(Method method, Object[] arguments) throws Exception {
        try {
            Object answer = method.invoke(metaData, arguments);
            if (answer instanceof ResultSet rows) {
                while (rows.next()) {
                    rows.getObject(1);
                }
                rows.close();
            }
        } catch (InvocationTargetException failure) {
            SQLException cause = (SQLException) failure.getCause();
            assertEquals(5, cause.getSQLState().length(), method.getName());
        }
    }

    @Test
    void an_array_of_types_may_hold_nulls() throws SQLException {
        assertEquals(
                "Account",
                first(metaData.getTables(null, null, "Account", new String[] {null, "TABLE"}), "TABLE_NAME"));
        assertNull(first(metaData.getTables(null, null, "Account", new String[] {null, "VIEW"}), "TABLE_NAME"));
    }

    private static String first(ResultSet rows, String column) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getString(column) : null;
        }
    }
}
