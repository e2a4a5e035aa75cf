package org.soqljdbc.simulated.schema;

import java.util.Optional;

/**
 * Record Ids: three characters of key prefix, three of the instance, a number of nine digits to the base 62, and a
 * suffix of three that lets an Id survive systems that ignore letter case.
 */
public final class Ids {

    /** Digits in ASCII order, so that Ids sort as their numbers do. */
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String INSTANCE = "5g0";
    private static final int SHORT = 15;
    private static final int LONG = 18;

    private Ids() {}

    /** The 18-character Id of a number. @param prefix three characters */
    public static String of(String prefix, long number) {
        char[] id = (prefix + INSTANCE + "000000000").toCharArray();
        int at = SHORT;
        for (long rest = number; rest > 0; rest /= DIGITS.length()) {
            id[--at] = DIGITS.charAt((int) (rest % DIGITS.length()));
        }
        String shortId = new String(id);
        return shortId + suffix(shortId);
    }

    /** The number that {@link #of} made the Id from; -1 for an Id it did not make. @param id 15 or 18 characters */
    public static long number(String id) {
        if (!id.startsWith(INSTANCE, 3)) {
            return -1;
        }
        long number = 0;
        for (int i = 6; i < SHORT; i++) {
            number = number * DIGITS.length() + DIGITS.indexOf(id.charAt(i));
        }
        return number;
    }

    /**
     * The suffix of a 15-character Id: each group of five characters gives one, a bit for each upper-case letter, the
     * first character the lowest bit.
     */
    public static String suffix(String shortId) {
        StringBuilder suffix = new StringBuilder(3);
        for (int group = 0; group < SHORT; group += 5) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = shortId.charAt(group + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            suffix.append(SUFFIXES.charAt(bits));
        }
        return suffix.toString();
    }

    /**
     * The 18-character form of an Id as a client may write it. Letter case counts, also in 18 characters.
     *
     * @return empty for a text that is no Id
     */
    public static Optional<String> normalize(String text) {
        if (!text.matches("[0-9A-Za-z]{15}([0-9A-Za-z]{3})?")) {
            return Optional.empty();
        }
        String id = text.substring(0, SHORT) + suffix(text);
        return text.length() == LONG && !id.equals(text) ? Optional.empty() : Optional.of(id);
    }
}
