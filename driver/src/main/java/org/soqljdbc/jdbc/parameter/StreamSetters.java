package org.soqljdbc.jdbc.parameter;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.StreamText;
import org.soqljdbc.types.GivenBytes;

/**
 * The setters of streams. One of text is read at once, since its value may become part of the statement's text; one of
 * bytes is read when it is sent, so that a file need not fit into memory.
 */
public interface StreamSetters extends PreparedStatement {

    @Override
    default void setAsciiStream(int parameter, InputStream stream) throws SQLException {
        setAsciiStream(parameter, stream, StreamText.ALL);
    }

    @Override
    default void setAsciiStream(int parameter, InputStream stream, int bytes) throws SQLException {
        setAsciiStream(parameter, stream, Arguments.notNegative(bytes, "The length"));
    }

    @Override
    default void setAsciiStream(int parameter, InputStream stream, long bytes) throws SQLException {
        Reader text = stream == null ? null : new InputStreamReader(stream, StandardCharsets.US_ASCII);
        setObject(parameter, StreamText.read(text, bytes));
    }

    /** UTF-8. */
    @Override
    @Deprecated
    default void setUnicodeStream(int parameter, InputStream stream, int bytes) throws SQLException {
        byte[] utf8 = StreamText.read(stream, Arguments.notNegative(bytes, "The length"));
        setObject(parameter, utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    default void setBinaryStream(int parameter, InputStream stream) throws SQLException {
        setObject(parameter, stream == null ? null : GivenBytes.of(stream));
    }

    @Override
    default void setBinaryStream(int parameter, InputStream stream, int bytes) throws SQLException {
        setBinaryStream(parameter, stream, Arguments.notNegative(bytes, "The length"));
    }

    @Override
    default void setBinaryStream(int parameter, InputStream stream, long bytes) throws SQLException {
        long length = Arguments.notNegative(bytes, "The length");
        setObject(parameter, stream == null ? null : GivenBytes.of(stream, length));
    }

    @Override
    default void setBlob(int parameter, InputStream stream) throws SQLException {
        setBinaryStream(parameter, stream);
    }

    @Override
    default void setBlob(int parameter, InputStream stream, long bytes) throws SQLException {
        setBinaryStream(parameter, stream, bytes);
    }

    @Override
    default void setCharacterStream(int parameter, Reader reader) throws SQLException {
        setObject(parameter, StreamText.read(reader, StreamText.ALL));
    }

    @Override
    default void setCharacterStream(int parameter, Reader reader, int chars) throws SQLException {
        setCharacterStream(parameter, reader, (long) chars);
    }

    @Override
    default void setCharacterStream(int parameter, Reader reader, long chars) throws SQLException {
        setObject(parameter, StreamText.read(reader, Arguments.notNegative(chars, "The length")));
    }

    @Override
    default void setNCharacterStream(int parameter, Reader reader) throws SQLException {
        setCharacterStream(parameter, reader);
    }

    @Override
    default void setNCharacterStream(int parameter, Reader reader, long chars) throws SQLException {
        setCharacterStream(parameter, reader, chars);
    }

    @Override
    default void setClob(int parameter, Reader reader) throws SQLException {
        setCharacterStream(parameter, reader);
    }

    @Override
    default void setClob(int parameter, Reader reader, long chars) throws SQLException {
        setCharacterStream(parameter, reader, chars);
    }

    @Override
    default void setNClob(int parameter, Reader reader) throws SQLException {
        setCharacterStream(parameter, reader);
    }

    @Override
    default void setNClob(int parameter, Reader reader, long chars) throws SQLException {
        setCharacterStream(parameter, reader, chars);
    }
}
