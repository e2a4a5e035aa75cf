package org.soqljdbc.api.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.http.RequestContent;

/** As many rows as one job takes, made and compressed while they are sent; the next upload goes on behind them. */
final class CsvUpload implements RequestContent {

    private final Rows rows;
    private final RowHashes hashes = new RowHashes();
    private final long mostBytes;
    private boolean begun;

    /** @param mostBytes of CSV before it is compressed */
    CsvUpload(Rows rows, long mostBytes) {
        this.rows = rows;
        this.mostBytes = mostBytes;
    }

    /** The rows as lines; holds back the one that found no room. */
    static final class Rows {

        private final RowSource source;
        private final CsvLine line = new CsvLine();
        private CsvColumns columns;
        private byte[] next;
        private long nextHash;

        Rows(RowSource source) {
            this.source = source;
        }

        /** Whether there is another row, which is then made. */
        boolean hasNext() throws SQLException {
            if (next != null) {
                return true;
            }
            Optional<WriteRecord> row = source.next();
            if (row.isEmpty()) {
                return false;
            }
            if (columns == null) {
                columns = CsvColumns.of(row.get());
            }
            nextHash = columns.write(row.get(), line);
            next = line.bytes();
            return true;
        }

        byte[] header() {
            line.clear();
            columns.headers().forEach(line::add);
            return line.bytes();
        }
    }

    /** What was sent, to be found again; complete after {@link #writeTo}. */
    RowHashes hashes() {
        return hashes;
    }

    @Override
    public String contentType() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isOnce() {
        return true;
    }

    @Override
    public boolean canBeSent() {
        return !begun;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        GZIPOutputStream gzip = new GZIPOutputStream(out, 32 << 10);
        try {
            OutputStream buffered = new BufferedOutputStream(gzip, 64 << 10);
            write(buffered);
            buffered.flush();
            gzip.finish();
        } catch (SQLException cause) {
            throw new CarriedSqlException(cause);
        }
    }

    private void write(OutputStream out) throws IOException, SQLException {
        if (!rows.hasNext()) {
            return;
        }
        byte[] header = rows.header();
        out.write(header);
        long written = header.length;
        // A row alone always fits: a record is much shorter than an upload.
        while (rows.hasNext() && written + rows.next.length <= mostBytes) {
            out.write(rows.next);
            written += rows.next.length;
            hashes.add(rows.nextHash);
            rows.next = null;
        }
    }
}
