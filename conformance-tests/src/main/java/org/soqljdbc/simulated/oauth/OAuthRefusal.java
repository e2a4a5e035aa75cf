package org.soqljdbc.simulated.oauth;

/** An error of the token endpoint: {@code error} and {@code error_description} of RFC 6749. */
final class OAuthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    OAuthRefusal(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}
