package org.soqljdbc.conformance.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a query answers, in a form in which two engines can be compared: numbers by value, text of groups without case
 * (which spelling stands for a group is free), times as read from a clock in UTC.
 *
 * @param types of java.sql.Types; what differs only in name is one
 * @param rows texts, and null
 */
record Answer(List<Integer> types, List<List<String>> rows) {

    /** Averages are computed to different lengths. */
    private static final MathContext DIGITS = new MathContext(9);

    /** @param folded whether one spelling of many may stand for a group */
    static Answer of(Connection connection, String sql, List<Object> parameters, boolean folded) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i) == null) {
                    statement.setNull(i + 1, Types.VARCHAR);
                } else {
                    statement.setObject(i + 1, parameters.get(i));
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, folded);
            }
        }
    }

    /** Whether a query shows groups of rows. */
    static boolean showsGroups(String sql) {
        return sql.toUpperCase(Locale.ROOT).matches("(?s).*(GROUP BY|DISTINCT|MIN\\(|MAX\\(|UNION|INTERSECT|EXCEPT).*");
    }

    private static Answer read(ResultSet rows, boolean folded) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Integer> types = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            types.add(type(columns.getColumnType(column)));
        }
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= types.size(); column++) {
                String text = text(rows, column, types.get(column - 1));
                row.add(folded && text != null ? text.toUpperCase(Locale.ROOT) : text);
            }
            all.add(row);
        }
        return new Answer(types, all);
    }

    private static int type(int type) {
        return switch (type) {
            case Types.LONGVARCHAR, Types.CHAR, Types.CLOB -> Types.VARCHAR;
            case Types.NUMERIC, Types.DOUBLE, Types.FLOAT -> Types.DECIMAL;
            default -> type;
        };
    }

    private static String text(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                Objects.toString(rows.getObject(column, LocalDateTime.class), null);
            case Types.DECIMAL, Types.INTEGER, Types.BIGINT -> {
                BigDecimal number = rows.getBigDecimal(column);
                yield number == null || rows.wasNull() ? null : plain(number);
            }
            case Types.BOOLEAN -> {
                boolean value = rows.getBoolean(column);
                yield rows.wasNull() ? null : Boolean.toString(value);
            }
            case Types.TIME, Types.DATE -> Objects.toString(rows.getObject(column), null);
            default -> rows.getString(column);
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The rows in an order of their own, for queries that name none. */
    Answer sorted() {
        return new Answer(
                types,
                rows.stream()
                        .sorted((a, b) -> a.toString().compareTo(b.toString()))
                        .toList());
    }
}
