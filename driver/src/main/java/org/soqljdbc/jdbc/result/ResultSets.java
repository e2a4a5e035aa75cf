package org.soqljdbc.jdbc.result;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;

/** The door of this package: makes the result set of a stream, and says what its columns are. */
public final class ResultSets {

    private ResultSets() {}

    /** @param rows the result set's from now on, closed with it */
    public static ResultSet open(ResultKind kind, RowStream rows, ResultOrigin origin) {
        return open(kind, rows, origin, Optional.empty());
    }

    /** @param target where changed rows go; empty for a read-only result set */
    public static ResultSet open(ResultKind kind, RowStream rows, ResultOrigin origin, Optional<RowTarget> target) {
        return new ResultSetFace(kind.cursorOver(rows), rows, origin, target);
    }

    /** Outlives any result set. */
    public static ResultSetMetaData metaData(List<Column> columns) {
        return new ResultSetMetaDataFace(columns);
    }
}
