package org.soqljdbc.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of an object, to compute in plain Java what a query must answer: a judge that shares nothing with the
 * evaluation of the simulated org but the rows.
 */
final class Table {

    /** One row by the spelling its columns were asked in. */
    record Row(Map<String, Object> values) {

        Object get(String column) {
            if (!values.containsKey(column)) {
                throw new AssertionError("no column " + column + " was read");
            }
            return values.get(column);
        }

        String text(String column) {
            return (String) get(column);
        }

        /** As Salesforce compares text: without case. */
        boolean is(String column, String text) {
            return get(column) != null && fold(text(column)).equals(fold(text));
        }

        boolean isTrue(String column) {
            return Boolean.TRUE.equals(get(column));
        }
    }

    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /** @param columns as they would stand after SELECT */
    static Table read(Connection connection, String object, String... columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + object)) {
            return new Table(Rows.maps(rows).stream().map(Row::new).toList());
        }
    }

    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    Stream<Row> rows() {
        return rows.stream();
    }

    /** The Ids of the rows that fit, sorted. */
    List<String> ids(Predicate<Row> condition) {
        return rows.stream()
                .filter(condition)
                .map(row -> row.text("Id"))
                .sorted()
                .toList();
    }

    Map<String, Row> byId() {
        return rows.stream().collect(Collectors.toMap(row -> row.text("Id"), Function.identity()));
    }
}
