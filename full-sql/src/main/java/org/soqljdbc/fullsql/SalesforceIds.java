package org.soqljdbc.fullsql;

/** What Salesforce takes for an Id. */
final class SalesforceIds {

    private static final int SHORT = 15;
    private static final int LONG = 18;

    private SalesforceIds() {}

    /** Whether a text is an Id in 18 characters, spelled as Salesforce spells it; anything else it might refuse. */
    static boolean isLong(String text) {
        return text.length() == LONG
                && LocalFunctions.wholeId(text.substring(0, SHORT)).equals(text);
    }
}
