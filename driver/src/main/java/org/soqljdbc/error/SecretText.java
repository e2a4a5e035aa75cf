package org.soqljdbc.error;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Blots secrets out of text before it reaches a message or a log. The one list of what is secret on the wire. */
public final class SecretText {

    /** What stands in a secret's place. */
    public static final String HIDDEN = "(hidden)";

    // Names of form fields, JSON members and headers whose value is a secret (RFC 6749, RFC 7523, Salesforce's own
    // "signature" and the cookies of the login pages).
    private static final List<String> NAMES = List.of(
            "access_token",
            "refresh_token",
            "id_token",
            "client_secret",
            "client_assertion",
            "assertion",
            "password",
            "signature",
            "subject_token",
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "sid",
            "code",
            "token");

    private static final String NAME = "(?:" + String.join("|", NAMES) + ")";

    private static final Pattern JSON_MEMBER =
            Pattern.compile("(?i)(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+");
    private static final Pattern FORM_FIELD =
            Pattern.compile("(?i)((?:^|[?&\\s\"'<>(\\[{,;:])" + NAME + "=)[^&\\s\"'<>]+");
    private static final Pattern XML_ELEMENT = Pattern.compile("(?i)(<" + NAME + ">)[^<]+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|OAuth|Basic)\\s+[A-Za-z0-9._~+/=!-]{20,}");
    // A session id is the organization's 15-character Id, "!", and some 90 characters.
    private static final Pattern SESSION_ID = Pattern.compile("\\b00D[A-Za-z0-9]{9,15}![A-Za-z0-9._]+");
    private static final Pattern JWT = Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,2}");

    private SecretText() {}

    /** The text with every secret that can be told by its name or its shape replaced by {@link #HIDDEN}. */
    public static String hide(String text) {
        String shown = JSON_MEMBER.matcher(text).replaceAll("$1" + HIDDEN);
        shown = FORM_FIELD.matcher(shown).replaceAll("$1" + HIDDEN);
        shown = XML_ELEMENT.matcher(shown).replaceAll("$1" + HIDDEN);
        shown = SESSION_ID.matcher(shown).replaceAll(HIDDEN);
        shown = JWT.matcher(shown).replaceAll(HIDDEN);
        return BEARER.matcher(shown).replaceAll("$1 " + HIDDEN);
    }

    /** Whether a header, form field or JSON member of this name holds a secret. */
    public static boolean isSecretName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
