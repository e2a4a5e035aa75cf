package org.soqljdbc.jdbc.result;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.jdbc.argument.Ordinals;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** What the columns of a result are; outlives the result set. */
final class ResultSetMetaDataFace implements ResultSetMetaData, PlainWrapper {

    private final List<Column> columns;

    ResultSetMetaDataFace(List<Column> columns) {
        this.columns = columns;
    }

    /** What is no object of the org's own has its schema before its name, which could be such an object's. */
    private static int point(String table) {
        return table.indexOf('.');
    }

    private Column column(int number) throws SQLException {
        return columns.get(Ordinals.ofColumn(number, columns.size()));
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public boolean isAutoIncrement(int number) throws SQLException {
        return column(number).autoIncrement();
    }

    @Override
    public boolean isCaseSensitive(int number) throws SQLException {
        return column(number).caseSensitive();
    }

    @Override
    public boolean isSearchable(int number) throws SQLException {
        return column(number).searchable();
    }

    /** Whether the number is an amount of money; the currency itself is another field, CurrencyIsoCode. */
    @Override
    public boolean isCurrency(int number) throws SQLException {
        return column(number).type() == SfType.CURRENCY;
    }

    @Override
    public int isNullable(int number) throws SQLException {
        return column(number).nullability();
    }

    @Override
    public boolean isSigned(int number) throws SQLException {
        return column(number).isSigned();
    }

    @Override
    public int getColumnDisplaySize(int number) throws SQLException {
        return column(number).displaySize();
    }

    @Override
    public String getColumnLabel(int number) throws SQLException {
        return column(number).label();
    }

    @Override
    public String getColumnName(int number) throws SQLException {
        return column(number).name();
    }

    /** Empty for an expression, which has no table. */
    @Override
    public String getSchemaName(int number) throws SQLException {
        String table = column(number).table();
        if (table.isEmpty()) {
            return "";
        }
        return point(table) < 0 ? Catalog.SCHEMA : table.substring(0, point(table));
    }

    @Override
    public int getPrecision(int number) throws SQLException {
        return column(number).jdbcPrecision();
    }

    @Override
    public int getScale(int number) throws SQLException {
        return column(number).jdbcScale();
    }

    @Override
    public String getTableName(int number) throws SQLException {
        String table = column(number).table();
        return table.substring(point(table) + 1);
    }

    /** Empty: there are no catalogs. */
    @Override
    public String getCatalogName(int number) throws SQLException {
        column(number);
        return "";
    }

    @Override
    public int getColumnType(int number) throws SQLException {
        return column(number).jdbcType();
    }

    @Override
    public String getColumnTypeName(int number) throws SQLException {
        return column(number).typeName();
    }

    @Override
    public boolean isReadOnly(int number) throws SQLException {
        return !column(number).writable();
    }

    /** Whether a statement may set the field; a user's rights and validation rules may still refuse it. */
    @Override
    public boolean isWritable(int number) throws SQLException {
        return column(number).writable();
    }

    @Override
    public boolean isDefinitelyWritable(int number) throws SQLException {
        column(number);
        return false;
    }

    @Override
    public String getColumnClassName(int number) throws SQLException {
        return column(number).className();
    }
}
