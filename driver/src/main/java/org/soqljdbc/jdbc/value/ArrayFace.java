package org.soqljdbc.jdbc.value;

import java.sql.Array;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.soqljdbc.metadata.ResultSetOpener;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.types.Column;

/** Values held in memory: those of a multi-select picklist, or what a caller makes for {@code IN ?}. */
final class ArrayFace implements Array {

    private final String typeName;
    private final ResultSetOpener results;
    private Object[] elements;

    /** @param typeName a plain SQL name, or another's, which is kept and means {@link Types#OTHER} */
    ArrayFace(String typeName, Object[] elements, ResultSetOpener results) {
        this.typeName = typeName;
        this.elements = elements;
        this.results = results;
    }

    private Object[] elements() throws SQLException {
        if (elements == null) {
            throw Ranges.freed("Array");
        }
        return elements;
    }

    @Override
    public String getBaseTypeName() throws SQLException {
        elements();
        return typeName;
    }

    @Override
    public int getBaseType() throws SQLException {
        elements();
        String name = typeName.toUpperCase(Locale.ROOT);
        return Stream.of(JDBCType.values())
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .map(JDBCType::getVendorTypeNumber)
                .orElse(Types.OTHER);
    }

    @Override
    public Object getArray() throws SQLException {
        return elements().clone();
    }

    /** No SQL type here has a class of the caller's, so the map decides nothing. */
    @Override
    public Object getArray(Map<String, Class<?>> map) throws SQLException {
        return getArray();
    }

    @Override
    public Object getArray(long index, int count) throws SQLException {
        Object[] all = elements();
        Ranges.requireInside(index, count, all.length);
        return Arrays.copyOfRange(all, (int) index - 1, (int) index - 1 + count);
    }

    @Override
    public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
        return getArray(index, count);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return getResultSet(1, elements().length);
    }

    @Override
    public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
        return getResultSet();
    }

    /** Two columns as JDBC lays down: the index, from 1, and the value, as text. */
    @Override
    public ResultSet getResultSet(long index, int count) throws SQLException {
        Object[] part = (Object[]) getArray(index, count);
        List<Object[]> rows = new ArrayList<>();
        for (int at = 0; at < part.length; at++) {
            rows.add(new Object[] {index + at, part[at] == null ? null : part[at].toString()});
        }
        return results.open(new ListRows(List.of(Column.integer("INDEX"), Column.text("VALUE")), rows));
    }

    @Override
    public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map) throws SQLException {
        return getResultSet(index, count);
    }

    @Override
    public void free() {
        elements = null;
    }
}
