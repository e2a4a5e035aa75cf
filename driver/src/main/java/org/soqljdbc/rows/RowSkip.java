package org.soqljdbc.rows;

import java.sql.SQLException;

/** Passes over the first rows of another stream, once, before it is handed on. */
public final class RowSkip {

    private RowSkip() {}

    /**
     * @return rows itself, standing on the last row passed over
     * @throws SQLException what the stream throws; it is closed then, since the caller never gets it
     */
    public static RowStream skip(RowStream rows, long count) throws SQLException {
        try {
            for (long left = count; left > 0 && rows.advance(); left--) {
                // Passing over is all there is to do.
            }
            return rows;
        } catch (SQLException failed) {
            rows.close();
            throw failed;
        }
    }
}
