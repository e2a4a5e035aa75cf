package org.soqljdbc.types;

import java.util.Locale;

/** How text that differs only in case becomes equal, as Salesforce compares it. The one place that says so. */
public final class Fold {

    private Fold() {}

    /**
     * The text by which others are equal to this one: its upper-case form, which is also what Salesforce sorts by in
     * English (SOQL and SOSL Reference, "ORDER BY").
     */
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
