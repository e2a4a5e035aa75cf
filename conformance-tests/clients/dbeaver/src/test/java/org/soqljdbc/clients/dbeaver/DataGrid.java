package org.soqljdbc.clients.dbeaver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** How DBeaver reads and writes the rows of its data view. */
record DataGrid(Connection connection) {

    /** What the view shows. @param rows from the offset on, each with its values in order of the columns */
    record Shown(List<String> columns, List<List<Object>> rows) {

        List<Object> column(String name) {
            int index = columns.indexOf(name);
            return rows.stream().map(row -> row.get(index)).toList();
        }
    }

    /** One segment: the rows before it are read and thrown away, as the generic driver knows no OFFSET. */
    Shown read(String sql, int offset, int size) throws SQLException {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setMaxRows(offset + size);
            statement.setFetchSize(size);
            if (!statement.execute(sql)) {
                throw new IllegalStateException("no rows from " + sql);
            }
            try (ResultSet set = statement.getResultSet()) {
                ResultSetMetaData metaData = set.getMetaData();
                List<String> columns = LoadedDriver.columns(metaData);
                for (int i = 0; i < offset; i++) {
                    set.next();
                }
                List<List<Object>> rows = new ArrayList<>();
                while (set.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        row.add(value(set, i, metaData.getColumnType(i)));
                    }
                    rows.add(row);
                }
                return new Shown(columns, rows);
            }
        }
    }

    private static Object value(ResultSet set, int column, int type) throws SQLException {
        Object value = switch (type) {
            case Types.INTEGER -> set.getInt(column);
            case Types.SMALLINT -> set.getShort(column);
            case Types.BIGINT -> set.getLong(column);
            case Types.DOUBLE -> set.getDouble(column);
            case Types.BOOLEAN, Types.BIT -> set.getBoolean(column);
            default -> set.getObject(column);
        };
        return set.wasNull() ? null : value;
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet set = statement.getResultSet()) {
                set.next();
                return set.getLong(1);
            }
        }
    }

    /** One edited, added or removed row. @return rows changed */
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    /** @return the key that the org gave the row */
    String insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(statement, values);
            statement.execute();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getString(1);
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
