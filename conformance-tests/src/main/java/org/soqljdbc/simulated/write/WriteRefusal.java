package org.soqljdbc.simulated.write;

/** Ends the write of one record; nothing of it has happened. */
public final class WriteRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient WriteError error;

    public WriteRefusal(WriteError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** A refusal that names fields, maybe none. */
    public static WriteRefusal of(String code, String message, String... fields) {
        return new WriteRefusal(WriteError.of(code, message, fields));
    }

    /** A refusal without the member {@code fields}. */
    public static WriteRefusal bare(String code, String message) {
        return new WriteRefusal(WriteError.bare(code, message));
    }

    public WriteError error() {
        return error;
    }
}
