package org.soqljdbc.grammar.text;

import java.util.List;
import java.util.Locale;

/** Shows pieces of a text in messages. */
public final class Wording {

    private static final int LONGEST_WORD = 60;

    private Wording() {}

    /** A piece of the text, in quotes, cut when long. */
    public static String quoted(String piece) {
        return "'" + cut(piece) + "'";
    }

    /** At most 60 UTF-16 units of a piece, never half a character; control characters are spelled out. */
    public static String cut(String piece) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(piece.length(), LONGEST_WORD);
        for (int at = 0; at < end; at++) {
            char c = piece.charAt(at);
            boolean pair = Character.isHighSurrogate(c)
                    && at + 1 < piece.length()
                    && Character.isLowSurrogate(piece.charAt(at + 1));
            if (pair) {
                shown.append(c).append(piece.charAt(++at));
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append(end < piece.length() ? "..." : "").toString();
    }

    /** {@code a, b or c}. */
    public static String joined(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " or " + items.get(last);
    }
}
