package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;

/** What getColumns says of a column against what a query of it says: clients take one for the other. */
class QueryAgreementTest {

    private final Catalog org = SampleOrg.usual();

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Task", "Invoice\\_\\_c", "Reading\\_\\_b"})
    void a_column_of_a_table_is_the_column_of_a_query(String pattern) throws SQLException, SyntaxException {
        String table = pattern.replace("\\", "");
        List<String> told = new Told(org)
                .rows(
                        metaData -> metaData.getColumns(null, null, pattern, "%"),
                        "TABLE_NAME",
                        "COLUMN_NAME",
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "COLUMN_SIZE",
                        "DECIMAL_DIGITS",
                        "NULLABLE",
                        "IS_AUTOINCREMENT");
        for (String row : told) {
            Column column = queried(table, row.split("/")[1]);
            String size = column.jdbcPrecision() == 0 ? "null" : Integer.toString(column.jdbcPrecision());
            String digits = row.split("/")[5].equals("null") ? "null" : Integer.toString(column.jdbcScale());
            assertEquals(
                    String.join(
                            "/",
                            column.table(),
                            column.name(),
                            Integer.toString(column.jdbcType()),
                            column.typeName(),
                            size,
                            digits,
                            column.nullability() == ResultSetMetaData.columnNullable ? "1" : "0",
                            column.autoIncrement() ? "YES" : "NO"),
                    row);
        }
    }

    private Column queried(String table, String field) throws SQLException, SyntaxException {
        return Binder.bind(SoqlReader.read("SELECT " + field + " FROM " + table), org, CallControl.unlimited())
                .columns()
                .get(0)
                .column();
    }
}
