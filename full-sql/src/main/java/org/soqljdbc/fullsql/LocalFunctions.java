package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** What plans call at run time. Public because compiled plans are in a package of their own. */
public final class LocalFunctions {

    private static final int SHORT_ID = 15;
    private static final int GROUP = 5;
    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private LocalFunctions() {}

    /** What text is compared by: as Salesforce compares it, without case. */
    public static String fold(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /**
     * An Id in the 18 characters in which Salesforce answers it: one of 15 gets three more, which tell the case of five
     * characters each (help.salesforce.com, "Convert 15-character IDs to 18-character IDs"). Other text stays.
     */
    public static String wholeId(String text) {
        if (text == null || text.length() != SHORT_ID || !text.chars().allMatch(LocalFunctions::isIdCharacter)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (int from = 0; from < SHORT_ID; from += GROUP) {
            int upper = 0;
            for (int i = 0; i < GROUP; i++) {
                char character = text.charAt(from + i);
                upper |= character >= 'A' && character <= 'Z' ? 1 << i : 0;
            }
            whole.append(SUFFIXES.charAt(upper));
        }
        return whole.toString();
    }

    private static boolean isIdCharacter(int character) {
        return character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z';
    }

    /** A quotient with so many digits after the point. @throws ArithmeticException if the divisor is zero */
    public static BigDecimal divided(BigDecimal dividend, BigDecimal divisor, int scale) {
        return dividend == null || divisor == null ? null : dividend.divide(divisor, scale, RoundingMode.HALF_UP);
    }

    /** What the clock of a zone shows at an instant, both as milliseconds. */
    public static Long toWall(Long instant, String zone) {
        if (instant == null) {
            return null;
        }
        LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), ZoneId.of(zone));
        return wall.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** When the clock of a zone shows something, both as milliseconds. */
    public static Long toInstant(Long wall, String zone) {
        if (wall == null) {
            return null;
        }
        LocalDateTime shown = LocalDateTime.ofInstant(Instant.ofEpochMilli(wall), ZoneOffset.UTC);
        return shown.atZone(ZoneId.of(zone)).toInstant().toEpochMilli();
    }
}
