package org.soqljdbc.conformance.sql;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.soqljdbc.conformance.sql.Mirror.MirroredColumn;
import org.soqljdbc.conformance.sql.RandomQueries.Chosen;
import org.soqljdbc.conformance.sql.RandomQueries.From;

/**
 * SELECTs drawn at random of shapes that one SOQL query cannot say: any join, subqueries anywhere, set operations,
 * windows, expressions, derived tables. What is left to each engine is left out: the order of letters, and what comes of
 * text with case beside text without.
 */
final class RandomFullQueries {

    private static final List<String> OBJECTS = List.of("Account", "Opportunity", "Case", "User", "Type_Sample__c");
    private static final List<String> SMALL = List.of("Account", "User", "Type_Sample__c");
    private static final int SHALLOW = 2;

    /** A reference and the object it leads to. */
    private record Link(String from, String field, String to) {}

    private static final List<Link> LINKS = List.of(
            new Link("Contact", "AccountId", "Account"),
            new Link("Opportunity", "AccountId", "Account"),
            new Link("Opportunity", "OwnerId", "User"),
            new Link("Case", "AccountId", "Account"),
            new Link("Case", "ContactId", "Contact"),
            new Link("Account", "OwnerId", "User"),
            new Link("Account", "ParentId", "Account"),
            new Link("Type_Sample__c", "Lookup__c", "Account"));

    /** Two tables, x and y, and what holds between their rows. */
    private record Pair(String left, String right, String condition) {

        From both(String join) {
            String text = quoted(left) + " x " + join + " " + quoted(right) + " y ON " + condition;
            return new From(text, RandomQueries.table("x", left), RandomQueries.table("y", right));
        }

        From x() {
            return one(left, "x");
        }

        From y() {
            return one(right, "y");
        }
    }

    private final Mirror mirror;
    private final Random random;
    private final RandomQueries parts;

    RandomFullQueries(Mirror mirror, long seed) {
        this.mirror = mirror;
        this.random = new Random(seed);
        this.parts = new RandomQueries(mirror, seed + 1);
    }

    /** One SELECT. */
    String next() throws SQLException {
        return switch (random.nextInt(10)) {
            case 0, 1 -> joined();
            case 2 -> groupedJoin();
            case 3 -> setOperation();
            case 4 -> window();
            case 5 -> scalarSubquery();
            case 6 -> existing();
            case 7 -> membership();
            case 8 -> expressions();
            default -> derived();
        };
    }

    private static String quoted(String object) {
        return "\"" + object + "\"";
    }

    private static From one(String object, String alias) {
        return new From(quoted(object) + " " + alias, RandomQueries.table(alias, object));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String where(From from) throws SQLException {
        return parts.condition(from, SHALLOW);
    }

    // ---- columns -------------------------------------------------------------------------------------------

    private static boolean isNumber(MirroredColumn column) {
        return switch (column.type()) {
            case Types.INTEGER, Types.BIGINT, Types.DECIMAL -> true;
            default -> false;
        };
    }

    /** What engines put in the same order. */
    private static boolean isOrdered(MirroredColumn column) {
        return switch (column.type()) {
            case Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.DATE, Types.TIMESTAMP -> true;
            default -> column.name().equals("Id");
        };
    }

    private static boolean isPlain(MirroredColumn column) {
        return column.type() != Types.LONGVARCHAR;
    }

    private String column(String object, String alias, Predicate<MirroredColumn> wanted) {
        List<MirroredColumn> columns = mirror.columns(object).stream()
                .filter(RandomFullQueries::isPlain)
                .filter(wanted)
                .toList();
        // Every object has an Id and the day it was made.
        return columns.isEmpty() ? alias + ".Id" : alias + "." + any(columns).name();
    }

    private MirroredColumn plain(String object) {
        return any(mirror.columns(object).stream()
                .filter(RandomFullQueries::isPlain)
                .toList());
    }

    private static Predicate<MirroredColumn> like(MirroredColumn other) {
        return column -> column.type() == other.type() && column.exact() == other.exact();
    }

    // ---- pairs ---------------------------------------------------------------------------------------------

    private Pair pair() throws SQLException {
        if (random.nextInt(3) > 0) {
            Link link = any(LINKS);
            boolean parentFirst = random.nextBoolean();
            String left = parentFirst ? link.to() : link.from();
            String right = parentFirst ? link.from() : link.to();
            String condition = parentFirst ? "x.Id = y." + link.field() : "x." + link.field() + " = y.Id";
            return new Pair(left, right, condition);
        }
        String left = any(SMALL);
        String right = any(SMALL);
        MirroredColumn on = plain(left);
        boolean shared = mirror.columns(right).stream().anyMatch(like(on));
        String other = shared ? column(right, "y", like(on)) : "x." + on.name();
        String operator = isNumber(on) ? any("=", "<", ">=", "<>") : any("=", "=", "IS NOT DISTINCT FROM");
        return new Pair(left, right, "x." + on.name() + " " + operator + " " + other);
    }

    private String joined() throws SQLException {
        Pair pair = pair();
        From from = pair.both(any("JOIN", "LEFT JOIN", "RIGHT JOIN", "LEFT JOIN"));
        String extra = random.nextBoolean() ? " AND " + where(from) : "";
        String where = random.nextBoolean() ? " WHERE " + where(from) : "";
        return "SELECT x.Id, y.Id, " + parts.column(from).name() + " AS c FROM " + from.text() + extra + where;
    }

    private String groupedJoin() throws SQLException {
        Pair pair = pair();
        From from = pair.both(any("JOIN", "LEFT JOIN", "RIGHT JOIN"));
        String by = parts.column(from).name();
        String number = column(pair.right(), "y", RandomFullQueries::isNumber);
        String sum = number.endsWith(".Id") ? "COUNT(" + number + ")" : "SUM(" + number + ")";
        return "SELECT " + by + ", COUNT(*), COUNT(y.Id), COUNT(DISTINCT x.Id), " + sum + " FROM " + from.text()
                + " WHERE " + where(from) + " GROUP BY " + by + (random.nextBoolean() ? "" : " HAVING COUNT(*) > 2");
    }

    // ---- set operations ------------------------------------------------------------------------------------

    private String setOperation() throws SQLException {
        String left = any(OBJECTS);
        String right = any(OBJECTS);
        MirroredColumn first = plain(left);
        boolean shared = mirror.columns(right).stream().anyMatch(like(first));
        if (!shared) {
            right = left;
        }
        return "SELECT x." + first.name() + " FROM " + quoted(left) + " x WHERE " + where(one(left, "x")) + " "
                + any("UNION", "UNION ALL", "INTERSECT", "EXCEPT") + " SELECT "
                + column(right, "y", like(first)) + " FROM " + quoted(right) + " y WHERE " + where(one(right, "y"));
    }

    // ---- windows -------------------------------------------------------------------------------------------

    private String window() throws SQLException {
        String object = any(OBJECTS);
        From from = one(object, "x");
        String partition = random.nextInt(4) == 0
                ? ""
                : "PARTITION BY " + parts.column(from).name() + " ";
        String ordered = column(object, "x", RandomFullQueries::isOrdered);
        String way = any("", " DESC");
        String function = switch (random.nextInt(7)) {
            case 0 -> "ROW_NUMBER() OVER (" + partition + "ORDER BY " + ordered + way + ", x.Id)";
            case 1 -> "RANK() OVER (" + partition + "ORDER BY " + ordered + way + ")";
            case 2 -> "DENSE_RANK() OVER (" + partition + "ORDER BY " + ordered + way + " NULLS LAST)";
            case 3 -> "COUNT(" + parts.column(from).name() + ") OVER (" + partition + ")";
            case 4 -> any("MIN", "MAX") + "(" + ordered + ") OVER (" + partition + "ORDER BY x.Id)";
            case 5 -> any("LAG", "LEAD") + "(" + parts.column(from).name() + ") OVER (" + partition + "ORDER BY x.Id)";
            default ->
                "FIRST_VALUE(" + parts.column(from).name() + ") OVER (" + partition
                        + "ORDER BY x.Id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)";
        };
        return "SELECT x.Id, " + function + " AS w FROM " + from.text() + " WHERE " + where(from) + " ORDER BY x.Id";
    }

    // ---- subqueries ----------------------------------------------------------------------------------------

    private String scalarSubquery() throws SQLException {
        Pair pair = pair();
        String found = random.nextBoolean()
                ? "COUNT(*)"
                : any("MIN", "MAX") + "(" + column(pair.right(), "y", RandomFullQueries::isOrdered) + ")";
        return "SELECT x.Id, (SELECT " + found + " FROM " + pair.y().text() + " WHERE " + pair.condition() + " AND "
                + where(pair.y()) + ") AS s FROM " + pair.x().text() + " WHERE " + where(pair.x());
    }

    private String existing() throws SQLException {
        Pair pair = pair();
        String with = random.nextBoolean() ? " AND " + where(pair.both("JOIN")) : "";
        return "SELECT x.Id FROM " + pair.x().text() + " WHERE " + any("", "NOT ") + "EXISTS (SELECT 1 FROM "
                + pair.y().text() + " WHERE " + pair.condition() + with + ") " + any("AND", "OR") + " "
                + where(pair.x());
    }

    private String membership() throws SQLException {
        String left = any(OBJECTS);
        String right = any(OBJECTS);
        MirroredColumn first = plain(left);
        if (mirror.columns(right).stream().noneMatch(like(first))) {
            right = left;
        }
        String test = isNumber(first) && random.nextBoolean()
                ? any("=", "<", ">=", "<>") + " " + any("ANY", "ALL")
                : any("IN", "NOT IN");
        return "SELECT x.Id FROM " + quoted(left) + " x WHERE x." + first.name() + " " + test + " (SELECT "
                + column(right, "y", like(first)) + " FROM " + quoted(right) + " y WHERE " + where(one(right, "y"))
                + ") " + any("AND", "OR") + " " + where(one(left, "x"));
    }

    // ---- expressions ---------------------------------------------------------------------------------------

    private String expressions() throws SQLException {
        String object = any(OBJECTS);
        From from = one(object, "x");
        return "SELECT x.Id, " + expression(object, from) + " AS e, " + expression(object, from) + " AS f FROM "
                + from.text() + " WHERE " + where(from);
    }

    private String expression(String object, From from) throws SQLException {
        MirroredColumn first = plain(object);
        String name = "x." + first.name();
        String other = column(object, "x", like(first));
        String text = column(object, "x", column -> column.type() == Types.VARCHAR);
        return switch (random.nextInt(7)) {
            case 0 -> "CASE WHEN " + where(from) + " THEN " + name + " ELSE " + other + " END";
            case 1 -> "COALESCE(" + name + ", " + other + ")";
            case 2 -> "CASE WHEN " + name + " = " + other + " THEN 1 WHEN " + name + " IS NULL THEN 2 ELSE 3 END";
            case 3 -> "UPPER(" + text + ") || LOWER(" + text + ")";
            case 4 -> "SUBSTRING(" + text + ", 2, 3)";
            case 5 -> "NULLIF(" + name + ", " + other + ")";
            default -> "(" + where(from) + ")";
        };
    }

    private String derived() throws SQLException {
        String object = any(OBJECTS);
        From from = one(object, "x");
        Chosen key = parts.column(from);
        String ordered = column(object, "x", RandomFullQueries::isOrdered);
        String where = where(from);
        while (where.matches("(?s).*[ (]''(?!').*")) {
            // H2 2.4.240 writes a derived table anew with a type of no length, which it then refuses.
            where = where(from);
        }
        String inner = "SELECT " + key.name() + " AS k, " + ordered + " AS o, x.Id AS i FROM " + from.text() + " WHERE "
                + where;
        return switch (random.nextInt(3)) {
            case 0 -> "SELECT d.k, COUNT(*), MIN(d.o), MAX(d.o) FROM (" + inner + ") d GROUP BY d.k";
            case 1 -> "SELECT COUNT(*), COUNT(d.o), MAX(d.i) FROM (" + inner + " ORDER BY i LIMIT 20) d";
            default ->
                "WITH d AS (" + inner + ") SELECT d.i, e.i FROM d JOIN d e ON d.k = e.k AND d.i <= e.i"
                        + " WHERE d.o IS NOT NULL";
        };
    }
}
