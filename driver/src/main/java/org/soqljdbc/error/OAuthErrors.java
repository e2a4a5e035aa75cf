package org.soqljdbc.error;

import java.util.List;
import java.util.Locale;

/** What OAuth errors of Salesforce's token endpoint mean, and what to do: the one table. */
final class OAuthErrors {

    /**
     * One row.
     *
     * @param error OAuth's {@code error}
     * @param fragment lower-case part of {@code error_description} that tells this cause from others; "" for any
     */
    record Row(String error, String fragment, ErrorMeaning meaning) {}

    private static final String SETUP =
            "Check it in Setup, External Client App Manager (or App Manager for a connected app)";

    // The first row that fits counts: causes with a text of their own before the general one.
    static final List<Row> TABLE = List.of(
            refused(
                    "invalid_grant",
                    "no client credentials user enabled",
                    "Name a run-as user with the permission API Enabled in the app's client credentials policy"),
            refused(
                    "invalid_grant",
                    "request not supported on this domain",
                    "The client credentials grant works on the org's My Domain only: put"
                            + " <name>.my.salesforce.com into the URL instead of login or test.salesforce.com"),
            refused(
                    "invalid_grant",
                    "hasn't approved this consumer",
                    "Pre-authorize the user: set the app's policy to 'Admin approved users are pre-authorized' and"
                            + " assign the user's profile or a permission set to it"),
            refused(
                    "invalid_grant",
                    "expired access/refresh token",
                    "The refresh token was revoked, expired or rotated: get a new one"),
            refused(
                    "invalid_grant",
                    "audience",
                    "The assertion names another audience than this host expects: set jwtAudience to"
                            + " https://login.salesforce.com, https://test.salesforce.com or the My Domain"),
            refused("invalid_grant", "expired assertion", "The assertion's time is over: check this machine's clock"),
            refused(
                    "invalid_grant",
                    "assertion",
                    "Check that the certificate of this private key is uploaded to the app, clientId is its consumer"
                            + " key and user a user name of the org"),
            refused("invalid_grant", "expired device code", "The code was not entered in time: start again"),
            refused(
                    "invalid_grant",
                    "authorization code",
                    "A code works once and for 15 minutes: start the login again"),
            refused(
                    "invalid_grant",
                    "ip restricted",
                    "The user's login IP ranges, or the app's IP relaxation, refuse this address"),
            refused(
                    "invalid_grant",
                    "authentication failure",
                    "Check user, password and securityToken, that the host is the right one (test.salesforce.com for"
                            + " a sandbox), and that Setup allows OAuth username-password flows"),
            refused("invalid_grant", "", "Check the credentials and that the app allows this grant"),
            refused(
                    "invalid_client_id",
                    "",
                    "Check clientId, and that the host is the org where the app lives; a new or changed app takes up"
                            + " to 10 minutes to be known"),
            refused("invalid_client", "", "Check clientSecret; " + SETUP),
            refused(
                    "invalid_app_access",
                    "",
                    "Assign the user's profile or a permission set to the app: its policy admits approved users only"),
            refused("invalid_request", "", "Check that all properties this grant needs are set"),
            refused(
                    "unsupported_grant_type",
                    "",
                    "Enable this flow in the app, and check that the host is a login host or My Domain"),
            refused("redirect_uri_mismatch", "", "Register the callback URL in the app exactly as sent"),
            refused("unauthorized_client", "", "The app is blocked, not installed or may not use this grant; " + SETUP),
            refused("inactive_user", "", "The user is inactive or frozen"),
            refused("inactive_org", "", "The org is inactive, locked or deleted"),
            row("rate_limit_exceeded", "", SqlState.LIMIT_REACHED, "Too many logins in short time: try again later"),
            refused("OAUTH_APPROVAL_ERROR_GENERIC", "", "The app is blocked or the user may not use it; " + SETUP),
            refused("OAUTH_APP_BLOCKED", "", "An administrator blocked the app in Setup, Connected Apps OAuth Usage"),
            refused(
                    "OAUTH_APP_ACCESS_DENIED",
                    "",
                    "The app must be installed in the org, or the user permitted to use it"),
            refused("access_denied", "", "The user refused access"),
            refused("access-denied", "", "The user refused access"),
            refused("authorization_pending", "", "The user has not yet entered the code"),
            refused("slow_down", "", "Ask less often"),
            row("server_error", "", SqlState.CONNECTION_LOST, "Try again later"),
            refused("unsupported_token_type", "", ""),
            refused("invalid_token", "", "The token is unknown or no longer valid"));

    private OAuthErrors() {}

    static ErrorMeaning meaning(String error, String description) {
        String lower = description.toLowerCase(Locale.ROOT);
        return TABLE.stream()
                .filter(row -> row.error().equals(error) && lower.contains(row.fragment()))
                .map(Row::meaning)
                .findFirst()
                .orElse(new ErrorMeaning(SqlState.INVALID_AUTHORIZATION, ""));
    }

    private static Row refused(String error, String fragment, String advice) {
        return row(error, fragment, SqlState.INVALID_AUTHORIZATION, advice);
    }

    private static Row row(String error, String fragment, SqlState state, String advice) {
        return new Row(error, fragment, new ErrorMeaning(state, advice));
    }
}
