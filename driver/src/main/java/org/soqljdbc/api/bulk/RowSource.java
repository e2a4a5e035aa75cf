package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;

/** Gives the rows to write one after the other, while they are sent. */
@FunctionalInterface
public interface RowSource {

    /** The next row; empty at the end. @throws SQLException whatever keeps it from giving rows: the write then fails so */
    Optional<WriteRecord> next() throws SQLException;

    static RowSource of(Iterator<WriteRecord> rows) {
        return () -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
}
