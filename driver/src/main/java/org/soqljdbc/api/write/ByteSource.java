package org.soqljdbc.api.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.types.GivenBytes;

/**
 * Bytes to be sent, which are read while they are sent and never held twice.
 *
 * <p>Not thread-safe. One that comes from a stream can be opened once only; whoever opens it closes it.
 */
public final class ByteSource {

    private final Opener opener;
    private final OptionalLong length;
    private final boolean again;

    /** Opens the bytes at their beginning. */
    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }

    private ByteSource(Opener opener, OptionalLong length, boolean again) {
        this.opener = opener;
        this.length = length;
        this.again = again;
    }

    /** @param bytes not copied; must not change until they are sent */
    public static ByteSource of(byte[] bytes) {
        return new ByteSource(() -> new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length), true);
    }

    /**
     * @param stream read from where it stands, once
     * @param length how many bytes it has; empty if not known
     */
    public static ByteSource of(InputStream stream, OptionalLong length) {
        return new ByteSource(() -> stream, length, false);
    }

    /** What a caller gave as a stream or Blob. */
    public static ByteSource of(GivenBytes given) {
        Opener opener = () -> {
            try {
                return given.open();
            } catch (SQLException refused) {
                throw new CarriedSqlException(refused);
            }
        };
        return new ByteSource(opener, given.length(), given.canBeReadAgain());
    }

    public InputStream open() throws IOException {
        return opener.open();
    }

    /** How many bytes there are; empty if not known before they are read. */
    public OptionalLong length() {
        return length;
    }

    /** Whether the bytes can be read a second time. */
    public boolean canBeReadAgain() {
        return again;
    }
}
