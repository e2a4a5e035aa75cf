package org.soqljdbc.simulated.soql;

/** What Salesforce answers instead of rows: an error code and a message, with HTTP status 400. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorCode;

    Refusal(String errorCode, String message) {
        super(message, null, false, false);
        this.errorCode = errorCode;
    }

    /** Salesforce's code, for instance {@code MALFORMED_QUERY}. */
    public String errorCode() {
        return errorCode;
    }
}
