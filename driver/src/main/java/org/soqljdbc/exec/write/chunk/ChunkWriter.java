package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.http.CallControl;

/** Writes up to 200 records of one operation. */
@FunctionalInterface
public interface ChunkWriter {

    /** @throws SQLException before anything of them was sent */
    SentRows send(WriteOperation operation, List<WriteRecord> records, WriteOptions options, CallControl control)
            throws SQLException;
}
