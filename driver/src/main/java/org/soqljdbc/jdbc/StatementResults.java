package org.soqljdbc.jdbc;

import java.io.InputStream;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.result.ResultOrigin;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversions;

/** One run of a statement, as its result set sees it. */
record StatementResults(StatementRuns face, CallControl control, int maxFieldSize, int fetchSize)
        implements ResultOrigin {

    @Override
    public Statement statement() {
        return face;
    }

    @Override
    public Conversions conversions() {
        return face.connection().conversions();
    }

    @Override
    public WallClock clock() {
        return face.connection().clock();
    }

    @Override
    public InputStream openBytes(String path) throws SQLException {
        return face.connection().openBytes(path, control);
    }

    @Override
    public Array array(String[] values) {
        return face.connection().array(values);
    }

    @Override
    public Blob blob(String path) {
        return face.connection().blob(path);
    }

    @Override
    public void closed(ResultSet closed) throws SQLException {
        face.resultClosed(closed);
    }
}
