package org.soqljdbc.clients.dbeaver;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.soqljdbc.clients.ClientOrg;

/** The bundle jar as SQL tools load it: by a class loader of its own that sees the JDK and nothing of the tool. */
final class LoadedDriver implements AutoCloseable {

    private final URLClassLoader loader;
    private final Driver driver;

    private LoadedDriver(URLClassLoader loader, Driver driver) {
        this.loader = loader;
        this.driver = driver;
    }

    static LoadedDriver load() throws ReflectiveOperationException {
        URL jar = Class.forName(ClientOrg.DRIVER, false, LoadedDriver.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        URLClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        Object driver = Class.forName(ClientOrg.DRIVER, true, loader)
                .getDeclaredConstructor()
                .newInstance();
        return new LoadedDriver(loader, (Driver) driver);
    }

    boolean accepts(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    Connection connect(ClientOrg org) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", org.user());
        properties.setProperty("password", org.password());
        return driver.connect(org.url(), properties);
    }

    /** API calls made by a connection; its interface is not on the tool's class path. */
    long calls(Connection connection) throws SQLException, ReflectiveOperationException {
        Class<?> type = loader.loadClass("org.soqljdbc.SalesforceConnection");
        return (long) type.getMethod("apiCallsMade").invoke(connection.unwrap(type));
    }

    /** Reads rows to their end, the given columns of each by name; a column that is not there fails. */
    static List<Map<String, Object>> rows(ResultSet set, String... columns) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (set) {
            while (set.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (String column : columns) {
                    row.put(column, set.getObject(column));
                }
                rows.add(row);
            }
            if (rows.isEmpty()) {
                for (String column : columns) {
                    set.findColumn(column);
                }
            }
        }
        return rows;
    }

    /** The values of one column. */
    static List<Object> values(List<Map<String, Object>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /** What a data grid asks of each column before it shows a row. */
    static List<String> columns(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
            columns.getColumnName(i);
            columns.isWritable(i);
            columns.isReadOnly(i);
            columns.getTableName(i);
            columns.getCatalogName(i);
            columns.getSchemaName(i);
            columns.isNullable(i);
            columns.getColumnDisplaySize(i);
            columns.getColumnTypeName(i);
            columns.getColumnType(i);
            columns.getColumnClassName(i);
            columns.isAutoIncrement(i);
            columns.isSigned(i);
            columns.getPrecision(i);
            columns.getScale(i);
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
