package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.ParameterValue;

/** Records made of the rows of a query, while these arrive. */
final class QueriedRecords implements Records {

    private final RowStream rows;
    private final RowReader reader;
    private final Maker maker;
    private long number;

    /** Makes a record of a row. */
    interface Maker {

        /** @param number of the row, from 1 @return empty for a row that is passed over */
        Optional<WriteRecord> of(List<ParameterValue> row, long number) throws SQLException;
    }

    QueriedRecords(RowStream rows, RowReader reader, Maker maker) {
        this.rows = rows;
        this.reader = reader;
        this.maker = maker;
    }

    @Override
    public Optional<List<WriteRecord>> known() {
        return Optional.empty();
    }

    @Override
    public Optional<WriteRecord> next() throws SQLException {
        while (rows.advance()) {
            Optional<WriteRecord> made = maker.of(reader.read(rows), ++number);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
