package org.soqljdbc.jdbc;

import java.io.InputStream;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.ResultOrigin;
import org.soqljdbc.jdbc.result.ResultSets;
import org.soqljdbc.metadata.ResultSetOpener;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversions;

/**
 * The result sets that no run of a statement makes: of metadata, arrays and generated keys. They scroll, since their
 * rows are in memory anyway.
 *
 * @param statement what getStatement answers: null but for generated keys
 */
record DetachedResults(ConnectionFace connection, Statement statement) implements ResultOrigin, ResultSetOpener {

    @Override
    public void requireOpen() throws SQLException {
        connection.requireOpen();
    }

    @Override
    public CallControl control() {
        return connection.reading();
    }

    @Override
    public void warn(String message) {
        connection.warnings().add(message);
    }

    @Override
    public ResultSet open(RowStream rows) throws SQLException {
        return connection.dependents().add(ResultSets.open(ResultKind.SCROLLABLE, rows, this));
    }

    @Override
    public Conversions conversions() {
        return connection.conversions();
    }

    @Override
    public WallClock clock() {
        return connection.clock();
    }

    @Override
    public InputStream openBytes(String path) throws SQLException {
        return connection.openBytes(path);
    }

    @Override
    public Array array(String[] values) {
        return connection.array(values);
    }

    @Override
    public Blob blob(String path) {
        return connection.blob(path);
    }

    @Override
    public int maxFieldSize() {
        return 0;
    }

    @Override
    public int fetchSize() {
        return 0;
    }

    @Override
    public void closed(ResultSet result) {
        connection.dependents().forget(result);
    }
}
