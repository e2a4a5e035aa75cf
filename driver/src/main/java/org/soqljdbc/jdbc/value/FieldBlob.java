package org.soqljdbc.jdbc.value;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.types.BlobSource;

/**
 * The value of a base64 field. Nothing is fetched before it is read: {@link #getBinaryStream()} streams, one call each
 * time; everything else reads the bytes into memory once.
 */
final class FieldBlob implements Blob {

    private final BlobSource source;
    private final String path;
    private MemoryBlob read;
    private boolean freed;

    /** @param path the URL path that is the field's value */
    FieldBlob(BlobSource source, String path) {
        this.source = source;
        this.path = path;
    }

    private void requireUsable() throws SQLException {
        if (freed) {
            throw Ranges.freed("Blob");
        }
    }

    private MemoryBlob content() throws SQLException {
        requireUsable();
        if (read == null) {
            read = new MemoryBlob(source.readBytes(path));
        }
        return read;
    }

    @Override
    public long length() throws SQLException {
        return content().length();
    }

    @Override
    public byte[] getBytes(long position, int length) throws SQLException {
        return content().getBytes(position, length);
    }

    @Override
    public InputStream getBinaryStream() throws SQLException {
        requireUsable();
        return read == null ? source.openBytes(path) : read.getBinaryStream();
    }

    @Override
    public InputStream getBinaryStream(long position, long length) throws SQLException {
        return content().getBinaryStream(position, length);
    }

    @Override
    public long position(byte[] pattern, long start) throws SQLException {
        return content().position(pattern, start);
    }

    @Override
    public long position(Blob pattern, long start) throws SQLException {
        return content().position(pattern, start);
    }

    @Override
    public int setBytes(long position, byte[] bytes) throws SQLException {
        throw readOnly("setBytes");
    }

    @Override
    public int setBytes(long position, byte[] bytes, int offset, int length) throws SQLException {
        throw readOnly("setBytes");
    }

    @Override
    public OutputStream setBinaryStream(long position) throws SQLException {
        throw readOnly("setBinaryStream");
    }

    @Override
    public void truncate(long length) throws SQLException {
        throw readOnly("truncate");
    }

    private static SQLException readOnly(String call) {
        return SqlErrors.unsupported("Blob." + call + " on the value of a field");
    }

    @Override
    public void free() {
        freed = true;
        read = null;
    }
}
