package org.soqljdbc.simulated.bulk;

/** What a bulk resource answers instead of doing what was asked. */
public final class BulkRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorCode;

    public BulkRefusal(String errorCode, String message) {
        super(message, null, false, false);
        this.errorCode = errorCode;
    }

    /** Codes of the bulk layer have no underscores: {@code INVALIDJOBSTATE}. */
    public String errorCode() {
        return errorCode;
    }
}
