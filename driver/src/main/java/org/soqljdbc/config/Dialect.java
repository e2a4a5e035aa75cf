package org.soqljdbc.config;

import java.util.Arrays;
import java.util.Locale;

/** In which language statements are written, as property {@code dialect} names it. */
public enum Dialect {
    /** SOQL where the text is SOQL in every respect, else SQL. */
    AUTO,
    SOQL,
    SQL;

    static Dialect parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    static String[] texts() {
        return Arrays.stream(values())
                .map(dialect -> dialect.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
