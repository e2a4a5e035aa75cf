package org.soqljdbc.api;

/** Salesforce's limits, each with its source. */
public final class ApiLimits {

    /** Characters of a query (SOQL and SOSL Reference, "SOQL Limits"). */
    public static final int LONGEST_SOQL = 100_000;

    /** URI and headers of a request, bytes (REST API Developer Guide, "API Limits": 414 and 431 beyond). */
    public static final int LARGEST_URI_AND_HEADERS = 16_384;

    /** Rows of a page that may be asked for (REST API Developer Guide, "Query Options Header"). */
    public static final int SMALLEST_BATCH = 200;

    /** Rows of a page that may be asked for (REST API Developer Guide, "Query Options Header"). */
    public static final int LARGEST_BATCH = 2_000;

    /** Subrequests of one composite request (REST API Developer Guide, "Composite"). */
    public static final int COMPOSITE_SUBREQUESTS = 25;

    // A JWT token alone may have more than 2 KB; the other headers have some 300 bytes.
    private static final int ROOM_FOR_HEADERS = 6_144;

    /** The longest path with query that is sent as a GET; longer ones travel inside a composite request. */
    static final int LONGEST_PATH = LARGEST_URI_AND_HEADERS - ROOM_FOR_HEADERS;

    private ApiLimits() {}
}
