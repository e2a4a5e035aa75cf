package org.soqljdbc.fullsql;

/** Ids of 18 characters: 15 that tell case, and 3 that say which of these are upper case. */
final class SalesforceIds {

    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int PART = 5;
    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceIds() {}

    /** Whether a text is an Id in 18 characters, spelled as Salesforce spells it; anything else it might refuse. */
    static boolean isLong(String text) {
        if (text.length() != LONG || !text.chars().allMatch(SalesforceIds::isLetterOrDigit)) {
            return false;
        }
        for (int part = 0; part < SHORT / PART; part++) {
            int bits = 0;
            for (int at = 0; at < PART; at++) {
                char c = text.charAt(part * PART + at);
                bits |= (c >= 'A' && c <= 'Z' ? 1 : 0) << at;
            }
            if (text.charAt(SHORT + part) != CHECK.charAt(bits)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
