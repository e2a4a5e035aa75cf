package org.soqljdbc.jdbc.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.StreamText;

/** Text held in memory; positions count chars from 1. Changing it changes no row. */
final class MemoryClob implements NClob {

    private String content;

    MemoryClob(String content) {
        this.content = content;
    }

    private String content() throws SQLException {
        if (content == null) {
            throw Ranges.freed("Clob");
        }
        return content;
    }

    @Override
    public long length() throws SQLException {
        return content().length();
    }

    @Override
    public String getSubString(long position, int length) throws SQLException {
        String all = content();
        int from = Ranges.start(position, length, all.length());
        return all.substring(from, Ranges.end(from, length, all.length()));
    }

    @Override
    public Reader getCharacterStream() throws SQLException {
        return new StringReader(content());
    }

    @Override
    public Reader getCharacterStream(long position, long length) throws SQLException {
        String all = content();
        Ranges.requireInside(position, length, all.length());
        return new StringReader(all.substring((int) position - 1, (int) (position - 1 + length)));
    }

    @Override
    public InputStream getAsciiStream() throws SQLException {
        return new ByteArrayInputStream(content().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public long position(String pattern, long start) throws SQLException {
        int from = Ranges.start(start, 0, content().length());
        int at = content.indexOf(Arguments.given(pattern, "The pattern"), from);
        return at < 0 ? -1 : at + 1L;
    }

    @Override
    public long position(Clob pattern, long start) throws SQLException {
        return position(
                StreamText.read(Arguments.given(pattern, "The pattern").getCharacterStream(), StreamText.ALL), start);
    }

    @Override
    public int setString(long position, String text) throws SQLException {
        return setString(position, text, 0, Arguments.given(text, "The text").length());
    }

    @Override
    public int setString(long position, String text, int offset, int length) throws SQLException {
        Arguments.given(text, "The text");
        Ranges.requirePart(offset, length, text.length());
        String all = content();
        int from = Ranges.writeStart(position, all.length());
        int to = Math.min(all.length(), Ranges.writeEnd(from, length));
        content = all.substring(0, from) + text.substring(offset, offset + length) + all.substring(to);
        return length;
    }

    /** What is written becomes part of the text when the stream is closed. */
    @Override
    public OutputStream setAsciiStream(long position) throws SQLException {
        Ranges.writeStart(position, content().length());
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                MemoryClob.this.write(position, toString(StandardCharsets.US_ASCII));
                reset();
            }
        };
    }

    /** What is written becomes part of the text when the stream is closed. */
    @Override
    public Writer setCharacterStream(long position) throws SQLException {
        Ranges.writeStart(position, content().length());
        return new StringWriter() {
            @Override
            public void close() throws IOException {
                MemoryClob.this.write(position, toString());
                getBuffer().setLength(0);
            }
        };
    }

    private void write(long position, String text) throws IOException {
        try {
            setString(position, text);
        } catch (SQLException refused) {
            throw new CarriedSqlException(refused);
        }
    }

    @Override
    public void truncate(long length) throws SQLException {
        String all = content();
        Ranges.requireInside(1, length, all.length());
        content = all.substring(0, (int) length);
    }

    @Override
    public void free() {
        content = null;
    }
}
