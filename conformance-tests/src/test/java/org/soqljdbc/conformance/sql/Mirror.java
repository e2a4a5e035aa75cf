package org.soqljdbc.conformance.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of some objects of an org, copied into H2: an engine of SQL that shares nothing with the driver. */
final class Mirror implements AutoCloseable {

    /** Text without case, names without case, nulls first whatever the direction, as in Salesforce. */
    private static final String SETTINGS =
            ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=FIRST" + ";TIME ZONE=UTC";

    private static final int ID_LENGTH = 18;
    private static final int LONGEST_TEXT = 140_000;

    /** A column of a mirrored object. @param type of java.sql.Types @param exact whether its text compares with case */
    record MirroredColumn(String name, int type, boolean exact) {}

    private final Connection h2;
    private final Map<String, List<MirroredColumn>> columns = new LinkedHashMap<>();

    private Mirror(Connection h2) {
        this.h2 = h2;
    }

    /** @param org a connection that takes SOQL only */
    static Mirror of(Connection org, String... objects) throws SQLException {
        Mirror mirror = new Mirror(DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + SETTINGS));
        try (Statement statement = mirror.h2.createStatement()) {
            statement.execute("CREATE SCHEMA \"salesforce\"");
            statement.execute("SET SCHEMA \"salesforce\"");
        }
        for (String object : objects) {
            mirror.copy(org, object);
        }
        return mirror;
    }

    Connection connection() {
        return h2;
    }

    List<MirroredColumn> columns(String object) {
        return columns.get(object);
    }

    private void copy(Connection org, String object) throws SQLException {
        List<String> fields = fields(org, object);
        String soql = "SELECT " + String.join(", ", fields) + " FROM " + object;
        try (Statement read = org.createStatement();
                ResultSet rows = read.executeQuery(soql)) {
            List<MirroredColumn> created = create(object, rows.getMetaData());
            columns.put(object, created);
            String marks = String.join(", ", created.stream().map(column -> "?").toList());
            try (PreparedStatement insert =
                    h2.prepareStatement("INSERT INTO \"" + object + "\" VALUES (" + marks + ")")) {
                while (rows.next()) {
                    for (int i = 1; i <= created.size(); i++) {
                        insert.setObject(i, value(rows, i, created.get(i - 1).type()));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static Object value(ResultSet rows, int column, int type) throws SQLException {
        return type == Types.TIMESTAMP ? rows.getObject(column, LocalDateTime.class) : rows.getObject(column);
    }

    /** Every field but blobs and compound fields, which no SELECT of columns can compare. */
    private static List<String> fields(Connection org, String object) throws SQLException {
        List<String> fields = new ArrayList<>();
        try (ResultSet columns = org.getMetaData().getColumns(null, null, object.replace("_", "\\_"), "%")) {
            while (columns.next()) {
                int type = columns.getInt("DATA_TYPE");
                if (type != Types.BLOB && type != Types.OTHER) {
                    fields.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return fields;
    }

    private List<MirroredColumn> create(String object, ResultSetMetaData shape) throws SQLException {
        List<MirroredColumn> created = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            int type = shape.getColumnType(i);
            created.add(new MirroredColumn(shape.getColumnLabel(i), type, isKey(shape, i)));
            definitions.add("\"" + shape.getColumnLabel(i) + "\" " + definition(shape, i, type));
        }
        try (Statement statement = h2.createStatement()) {
            statement.execute("CREATE TABLE \"" + object + "\" (" + String.join(", ", definitions) + ")");
        }
        return created;
    }

    private static String definition(ResultSetMetaData shape, int column, int type) throws SQLException {
        return switch (type) {
            case Types.VARCHAR, Types.LONGVARCHAR ->
                (isKey(shape, column) ? "VARCHAR(" : "VARCHAR_IGNORECASE(") + LONGEST_TEXT + ")";
            case Types.DECIMAL -> "DECIMAL(" + shape.getPrecision(column) + ", " + shape.getScale(column) + ")";
            case Types.TIMESTAMP -> "TIMESTAMP(3)";
            case Types.TIME -> "TIME(3)";
            default -> JDBCType.valueOf(type).getName();
        };
    }

    /** Ids, and fields declared to differ by case, which also sort by it. */
    private static boolean isKey(ResultSetMetaData shape, int column) throws SQLException {
        return shape.getPrecision(column) == ID_LENGTH || shape.isCaseSensitive(column);
    }

    @Override
    public void close() throws SQLException {
        h2.close();
    }
}
