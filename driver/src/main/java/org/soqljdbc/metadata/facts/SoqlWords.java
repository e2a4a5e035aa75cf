package org.soqljdbc.metadata.facts;

/** The words that getSQLKeywords and the function lists name. */
final class SoqlWords {

    /**
     * SOQL's clause words that SQL:2003 does not have. Clients quote names that are keywords, so words that are
     * objects or fields in many orgs (Network, Data, Category) are left out; SOQL takes them as names anyway.
     */
    static final String KEYWORDS = "ABOVE,ABOVE_OR_BELOW,BELOW,EXCLUDES,FIELDS,INCLUDES,LIMIT,OFFSET,SECURITY_ENFORCED,"
            + "SYSTEM_MODE,TRACKING,TYPEOF,USER_MODE,VIEWSTAT";

    static final String NUMERIC_FUNCTIONS = "convertCurrency,DISTANCE,GEOLOCATION,GROUPING";

    static final String STRING_FUNCTIONS = "FORMAT,toLabel";

    /** SOQL and SOSL Reference, "Date Functions". */
    static final String TIME_DATE_FUNCTIONS = "CALENDAR_MONTH,CALENDAR_QUARTER,CALENDAR_YEAR,convertTimezone,"
            + "DAY_IN_MONTH,DAY_IN_WEEK,DAY_IN_YEAR,DAY_ONLY,FISCAL_MONTH,FISCAL_QUARTER,FISCAL_YEAR,HOUR_IN_DAY,"
            + "WEEK_IN_MONTH,WEEK_IN_YEAR";

    private SoqlWords() {}
}
