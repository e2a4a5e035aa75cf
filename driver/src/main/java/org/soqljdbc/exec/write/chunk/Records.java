package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;

/** The records that one run of a statement writes, in order: known beforehand, or read as they are written. */
public interface Records extends AutoCloseable {

    /** All of them, where no call is needed to know them. */
    Optional<List<WriteRecord>> known();

    /** The next one; empty at the end. May wait for the network. */
    Optional<WriteRecord> next() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Up to so many of the next ones; none at the end. */
    default List<WriteRecord> next(int most) throws SQLException {
        List<WriteRecord> taken = new ArrayList<>();
        while (taken.size() < most) {
            Optional<WriteRecord> one = next();
            if (one.isEmpty()) {
                break;
            }
            taken.add(one.get());
        }
        return taken;
    }
}
