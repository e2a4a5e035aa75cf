package org.soqljdbc.jdbc.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.StreamText;

/** Bytes held in memory; positions count from 1. */
final class MemoryBlob implements Blob {

    private byte[] content;

    /** @param content not copied */
    MemoryBlob(byte[] content) {
        this.content = content;
    }

    private byte[] content() throws SQLException {
        if (content == null) {
            throw Ranges.freed("Blob");
        }
        return content;
    }

    @Override
    public long length() throws SQLException {
        return content().length;
    }

    @Override
    public byte[] getBytes(long position, int length) throws SQLException {
        byte[] all = content();
        int from = Ranges.start(position, length, all.length);
        return Arrays.copyOfRange(all, from, Ranges.end(from, length, all.length));
    }

    @Override
    public InputStream getBinaryStream() throws SQLException {
        return new ByteArrayInputStream(content());
    }

    @Override
    public InputStream getBinaryStream(long position, long length) throws SQLException {
        byte[] all = content();
        Ranges.requireInside(position, length, all.length);
        return new ByteArrayInputStream(all, (int) position - 1, (int) length);
    }

    @Override
    public long position(byte[] pattern, long start) throws SQLException {
        byte[] sought = Arguments.given(pattern, "The pattern");
        byte[] all = content();
        for (int at = Ranges.start(start, 0, Integer.MAX_VALUE); at <= all.length - sought.length; at++) {
            if (Arrays.equals(all, at, at + sought.length, sought, 0, sought.length)) {
                return at + 1L;
            }
        }
        return -1;
    }

    @Override
    public long position(Blob pattern, long start) throws SQLException {
        return position(
                StreamText.read(Arguments.given(pattern, "The pattern").getBinaryStream(), StreamText.ALL), start);
    }

    @Override
    public int setBytes(long position, byte[] bytes) throws SQLException {
        return setBytes(position, bytes, 0, Arguments.given(bytes, "The bytes").length);
    }

    @Override
    public int setBytes(long position, byte[] bytes, int offset, int length) throws SQLException {
        Arguments.given(bytes, "The bytes");
        Ranges.requirePart(offset, length, bytes.length);
        int from = Ranges.writeStart(position, content().length);
        byte[] wider = Arrays.copyOf(content, Math.max(content.length, Ranges.writeEnd(from, length)));
        System.arraycopy(bytes, offset, wider, from, length);
        content = wider;
        return length;
    }

    /** What is written becomes part of the blob when the stream is closed. */
    @Override
    public OutputStream setBinaryStream(long position) throws SQLException {
        Ranges.writeStart(position, content().length);
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                try {
                    setBytes(position, toByteArray());
                } catch (SQLException refused) {
                    throw new CarriedSqlException(refused);
                }
                reset();
            }
        };
    }

    @Override
    public void truncate(long length) throws SQLException {
        byte[] all = content();
        Ranges.requireInside(1, length, all.length);
        content = Arrays.copyOf(all, (int) length);
    }

    @Override
    public void free() {
        content = null;
    }
}
