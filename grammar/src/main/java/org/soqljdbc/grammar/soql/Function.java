package org.soqljdbc.grammar.soql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of SOQL (SOQL and SOSL Reference: aggregate functions, date functions, toLabel, FORMAT, geolocation). */
public enum Function {
    AVG(Kind.AGGREGATE),
    COUNT(Kind.AGGREGATE),
    COUNT_DISTINCT(Kind.AGGREGATE),
    MAX(Kind.AGGREGATE),
    MIN(Kind.AGGREGATE),
    SUM(Kind.AGGREGATE),
    CALENDAR_MONTH(Kind.DATE),
    CALENDAR_QUARTER(Kind.DATE),
    CALENDAR_YEAR(Kind.DATE),
    DAY_IN_MONTH(Kind.DATE),
    DAY_IN_WEEK(Kind.DATE),
    DAY_IN_YEAR(Kind.DATE),
    DAY_ONLY(Kind.DATE),
    FISCAL_MONTH(Kind.DATE),
    FISCAL_QUARTER(Kind.DATE),
    FISCAL_YEAR(Kind.DATE),
    HOUR_IN_DAY(Kind.DATE),
    WEEK_IN_MONTH(Kind.DATE),
    WEEK_IN_YEAR(Kind.DATE),
    CONVERT_TIMEZONE("convertTimezone", Kind.CONVERSION),
    CONVERT_CURRENCY("convertCurrency", Kind.CONVERSION),
    TO_LABEL("toLabel", Kind.CONVERSION),
    FORMAT(Kind.CONVERSION),
    GROUPING(Kind.GROUPING),
    DISTANCE(Kind.LOCATION),
    GEOLOCATION(Kind.LOCATION);

    /** What a function is for; the rules about where it may stand go by kind. */
    public enum Kind {
        AGGREGATE,
        DATE,
        CONVERSION,
        GROUPING,
        LOCATION
    }

    private static final Map<String, Function> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(f -> f.spelling.toUpperCase(Locale.ROOT), f -> f));

    private final String spelling;
    private final Kind kind;

    Function(Kind kind) {
        this.spelling = name();
        this.kind = kind;
    }

    Function(String spelling, Kind kind) {
        this.spelling = spelling;
        this.kind = kind;
    }

    /** The name as Salesforce's documentation writes it. */
    public String spelling() {
        return spelling;
    }

    public Kind kind() {
        return kind;
    }

    /** The function of that name, whatever its case. */
    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }
}
