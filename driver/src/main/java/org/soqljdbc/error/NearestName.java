package org.soqljdbc.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was probably meant to be. */
public final class NearestName {

    private NearestName() {}

    /** {@code ; did you mean 'Name'?}, or nothing if no candidate is near. */
    public static String hint(String name, Collection<String> candidates) {
        return of(name, candidates)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** The candidate that takes the fewest edits, ignoring case, if they are no more than a third of the name. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        String wanted = name.toUpperCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= most)
                .map(candidate -> new Distance(candidate, edits(wanted, candidate.toUpperCase(Locale.ROOT))))
                .filter(distance -> distance.edits <= most)
                .min(Comparator.comparingInt(Distance::edits))
                .map(Distance::candidate);
    }

    private record Distance(String candidate, int edits) {}

    /** Letters missing, added, replaced, or changed places with their neighbour; rows of the table one at a time. */
    private static int edits(String a, String b) {
        int[] twoAbove = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + other);
                boolean crossed =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (crossed) {
                    row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
                }
            }
            twoAbove = above;
            above = row;
        }
        return above[b.length()];
    }
}
