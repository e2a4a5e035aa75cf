package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;

/** DatabaseMetaData whose streams are kept for the test instead of becoming result sets. */
final class Told {

    private final DatabaseMetaData metaData;
    private RowStream last;

    /** What was passed over. */
    final List<String> warnings = new ArrayList<>();

    Told(Catalog catalog) {
        ConnectionFacts facts = new ConnectionFacts(
                null,
                "jdbc:soql://example.my.salesforce.com",
                "ada@example.com",
                "67.0",
                "soql-jdbc",
                "0.1.0-SNAPSHOT",
                CompoundFields.PARTS,
                false,
                false,
                false);
        metaData = OrgMetaData.of(facts, catalog, new ResultSetOpener() {
            @Override
            public void requireOpen() {
                // Always open.
            }

            @Override
            public CallControl control() {
                return CallControl.unlimited();
            }

            @Override
            public void warn(String message) {
                warnings.add(message);
            }

            @Override
            public ResultSet open(RowStream rows) {
                last = rows;
                return null;
            }
        });
    }

    interface Call {
        ResultSet on(DatabaseMetaData metaData) throws SQLException;
    }

    DatabaseMetaData metaData() {
        return metaData;
    }

    /** What a method would have made a result set of. */
    RowStream stream(Call call) throws SQLException {
        last = null;
        call.on(metaData);
        return last;
    }

    /** Each row's values of these columns, joined by a slash. */
    List<String> rows(Call call, String... columns) throws SQLException {
        return rows(stream(call), columns);
    }

    /** @return for NULL the word null */
    static List<String> rows(RowStream stream, String... columns) throws SQLException {
        List<String> labels = stream.columns().stream().map(Column::label).toList();
        List<String> rows = new ArrayList<>();
        while (stream.advance()) {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                int ordinal = labels.indexOf(column);
                values.add(
                        stream.isNull(ordinal) ? "null" : stream.textAt(ordinal).toString());
            }
            rows.add(String.join("/", values));
        }
        return rows;
    }
}
