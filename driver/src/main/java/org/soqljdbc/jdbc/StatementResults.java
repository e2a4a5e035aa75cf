package org.soqljdbc.jdbc;

import java.io.InputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Statement;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Conversions;
import org.soqljdbc.types.WallClock;

/** One run of a statement, as its result set sees it. */
record StatementResults(StatementFace face, CallControl control, int maxFieldSize, int fetchSize)
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
        return face.connection().openBlob(path, control);
    }

    @Override
    public Blob blob(String path) throws SQLException {
        return face.connection().blob(path);
    }

    @Override
    public void closed(ResultSetFace closed) throws SQLException {
        face.resultClosed(closed);
    }
}
