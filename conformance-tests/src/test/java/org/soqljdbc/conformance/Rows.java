package org.soqljdbc.conformance;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads answers whole. */
public final class Rows {

    private Rows() {}

    /** Every row that is left, each value as getObject gives it. */
    public static List<List<Object>> all(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<List<Object>> all = new ArrayList<>();
        while (rows.next()) {
            List<Object> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                row.add(rows.getObject(column));
            }
            all.add(row);
        }
        return all;
    }

    /** Every row that is left, by label. */
    static List<Map<String, Object>> maps(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, Object>> all = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                row.put(columns.getColumnLabel(column), rows.getObject(column));
            }
            all.add(row);
        }
        return all;
    }

    /** The first column of every row that is left. */
    static List<String> firsts(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
            all.add(rows.getString(1));
        }
        return all;
    }

    static List<String> labels(ResultSet rows) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            labels.add(rows.getMetaData().getColumnLabel(column));
        }
        return labels;
    }
}
