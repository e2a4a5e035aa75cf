package org.soqljdbc.config;

import java.util.Arrays;
import java.util.Locale;

/** As which columns addresses and locations are listed, as property {@code compoundFields} names it. */
public enum CompoundFields {
    /** As their parts alone: street, city, latitude. */
    PARTS,
    /** As one column each, whose text is JSON. */
    WHOLE,
    BOTH;

    static CompoundFields parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    static String[] texts() {
        return Arrays.stream(values())
                .map(shown -> shown.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
