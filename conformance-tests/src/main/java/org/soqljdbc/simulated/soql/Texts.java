package org.soqljdbc.simulated.soql;

import java.util.Locale;

/** How text is compared: without letter case, by its upper-case form. */
final class Texts {

    private Texts() {}

    static String fold(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /**
     * Whether a text matches a LIKE pattern: {@code %} any text, {@code _} one character, a backslash before either
     * means the character itself. Takes time linear in the text for each {@code %}, whatever the pattern.
     */
    static boolean like(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '%') {
                star = ++p;
                resume = t;
                continue;
            }
            int next = one(text, t, pattern, p);
            if (next > 0) {
                p += next;
                t++;
            } else if (star >= 0) {
                p = star;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '%') {
            p++;
        }
        return p == pattern.length();
    }

    /** How many characters of the pattern match the character at {@code t}; 0 if they do not. */
    private static int one(String text, int t, String pattern, int p) {
        if (p >= pattern.length()) {
            return 0;
        }
        char c = pattern.charAt(p);
        if (c == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == text.charAt(t) ? 2 : 0;
        }
        return c == '_' || c == text.charAt(t) ? 1 : 0;
    }
}
