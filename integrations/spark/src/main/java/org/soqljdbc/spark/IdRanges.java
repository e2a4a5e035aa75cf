package org.soqljdbc.spark;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Conditions that cut an object into ranges of Ids, for {@code spark.read().jdbc(url, table, predicates, properties)}: each
 * becomes a task of its own, on any machine of the cluster, and every record belongs to exactly one.
 *
 * <p>The first range has no lower end and the last no upper one, so that records made meanwhile are not lost. Ids are
 * ordered as the org orders them, digits before capitals before small letters.
 */
public final class IdRanges {

    private static final int CALLS_PER_RANGE = 8;

    private IdRanges() {}

    /**
     * Ranges of equally many possible Ids, which costs two API calls. Right for objects whose records were made evenly, and
     * for those too large to be counted.
     *
     * @param connection to the org
     * @param table an object's name, as it would be written after FROM
     * @param ranges how many are wished, 1 or more; an object with fewer possible Ids gives fewer
     * @return one condition for each range, in ascending order; one that holds for all when there are no records
     * @throws SQLException 22023 if {@code ranges} is below 1; 22000 if the Ids of this object are no record Ids; and what the
     *     queries refuse
     */
    public static String[] even(Connection connection, String table, int ranges) throws SQLException {
        check(ranges);
        Span span = span(connection, table);
        if (span == null) {
            return predicates(List.of());
        }
        BigInteger first = span.first().number();
        BigInteger width = span.end().subtract(first);
        List<String> starts = new ArrayList<>();
        BigInteger last = null;
        for (int i = 0; i < ranges; i++) {
            BigInteger start = first.add(width.multiply(BigInteger.valueOf(i)).divide(BigInteger.valueOf(ranges)));
            if (!start.equals(last)) {
                starts.add(span.first().at(start).text());
            }
            last = start;
        }
        return predicates(starts);
    }

    /**
     * Ranges of about equally many records: the fullest is halved, and its half counted, until there are enough. Costs three
     * API calls, one for each halving, and at most eight for each range.
     *
     * @param connection to the org
     * @param table an object's name, as it would be written after FROM
     * @param ranges how many are wished, 1 or more; an object with fewer records gives fewer
     * @return one condition for each range, in ascending order; one that holds for all when there are no records
     * @throws SQLException as {@link #even}
     */
    public static String[] counted(Connection connection, String table, int ranges) throws SQLException {
        check(ranges);
        Span span = span(connection, table);
        if (span == null) {
            return predicates(List.of());
        }
        PriorityQueue<Range> fullest =
                new PriorityQueue<>(Comparator.comparingLong(Range::records).reversed());
        fullest.add(new Range(span.first().number(), span.end(), count(connection, table, "")));
        for (int calls = 0; fullest.size() < ranges && calls < CALLS_PER_RANGE * ranges; calls++) {
            Range range = fullest.peek();
            BigInteger middle = range.start().add(range.end()).shiftRight(1);
            if (range.records() < 2 || middle.equals(range.start())) {
                break;
            }
            long below = count(
                    connection,
                    table,
                    " WHERE " + from(span.first().at(range.start()).text()) + " AND "
                            + below(span.first().at(middle).text()));
            fullest.remove();
            if (below > 0) {
                fullest.add(new Range(range.start(), middle, below));
            }
            if (range.records() > below) {
                fullest.add(new Range(middle, range.end(), range.records() - below));
            }
        }
        return predicates(fullest.stream()
                .map(Range::start)
                .sorted()
                .map(start -> span.first().at(start).text())
                .toList());
    }

    private static void check(int ranges) throws SQLException {
        if (ranges < 1) {
            throw new SQLDataException("The number of ranges must be 1 or more, not " + ranges, "22023");
        }
    }

    /** Null when there are no records. */
    private static Span span(Connection connection, String table) throws SQLException {
        String first = id(connection, "SELECT \"Id\" FROM " + table + " ORDER BY \"Id\" LIMIT 1");
        String last = id(connection, "SELECT \"Id\" FROM " + table + " ORDER BY \"Id\" DESC LIMIT 1");
        if (first == null || last == null) {
            return null;
        }
        return new Span(RecordId.of(first), RecordId.of(last).number().add(BigInteger.ONE));
    }

    private static String id(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static long count(Connection connection, String table, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @param starts of the ranges, ascending; the first one is not needed and not used */
    private static String[] predicates(List<String> starts) {
        if (starts.size() < 2) {
            return new String[] {"\"Id\" IS NOT NULL"};
        }
        String[] predicates = new String[starts.size()];
        for (int i = 0; i < predicates.length; i++) {
            String end = i + 1 < predicates.length ? below(starts.get(i + 1)) : "";
            predicates[i] = i == 0 ? end : end.isEmpty() ? from(starts.get(i)) : from(starts.get(i)) + " AND " + end;
        }
        return predicates;
    }

    private static String from(String id) {
        return "\"Id\" >= '" + id + "'";
    }

    private static String below(String id) {
        return "\"Id\" < '" + id + "'";
    }

    /** From the least Id to one above the greatest. */
    private record Span(RecordId first, BigInteger end) {}

    private record Range(BigInteger start, BigInteger end, long records) {}
}
