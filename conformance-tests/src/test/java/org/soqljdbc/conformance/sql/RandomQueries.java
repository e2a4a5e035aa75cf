package org.soqljdbc.conformance.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.soqljdbc.conformance.sql.Mirror.MirroredColumn;

/** SELECTs with conditions drawn at random; the constants are mostly values that the rows hold. */
final class RandomQueries {

    private static final int DEEPEST = 3;
    private static final String[] OPERATORS = {"=", "<>", "<", "<=", ">", ">="};

    /** @param text after FROM @param tables alias and object, the first the one at the bottom */
    record From(String text, String[]... tables) {}

    private static final List<From> FROMS = List.of(
            new From("Account a", table("a", "Account")),
            new From("Opportunity o", table("o", "Opportunity")),
            new From("Type_Sample__c t", table("t", "Type_Sample__c")),
            new From(
                    "Contact c LEFT JOIN Account a ON c.AccountId = a.Id",
                    table("c", "Contact"),
                    table("a", "Account")),
            new From(
                    "Contact c INNER JOIN Account a ON a.Id = c.AccountId",
                    table("c", "Contact"),
                    table("a", "Account")),
            new From(
                    "Opportunity o LEFT JOIN Account a ON o.AccountId = a.Id LEFT JOIN \"User\" u ON a.OwnerId = u.Id",
                    table("o", "Opportunity"),
                    table("a", "Account"),
                    table("u", "User")),
            new From(
                    "Contact c LEFT JOIN Contact m ON c.ReportsToId = m.Id LEFT JOIN Account a ON m.AccountId = a.Id",
                    table("c", "Contact"),
                    table("m", "Contact"),
                    table("a", "Account")),
            new From("\"User\" u LEFT JOIN \"User\" m ON u.ManagerId = m.Id", table("u", "User"), table("m", "User")),
            new From(
                    "\"Case\" k LEFT JOIN Contact c ON k.ContactId = c.Id INNER JOIN Account a ON k.AccountId = a.Id",
                    table("k", "Case"),
                    table("c", "Contact"),
                    table("a", "Account")),
            new From(
                    "Type_Sample__c t, Account a WHERE t.Lookup__c = a.Id",
                    table("t", "Type_Sample__c"),
                    table("a", "Account")));

    private final Mirror mirror;
    private final Random random;

    RandomQueries(Mirror mirror, long seed) {
        this.mirror = mirror;
        this.random = new Random(seed);
    }

    static String[] table(String alias, String object) {
        return new String[] {alias, object};
    }

    /** One SELECT. */
    String next() throws SQLException {
        From from = FROMS.get(random.nextInt(FROMS.size()));
        String where = (from.text().contains(" WHERE ") ? " AND " : " WHERE ") + "(" + condition(from, 0) + ")";
        String root = from.tables()[0][0];
        return switch (random.nextInt(6)) {
            case 0 -> "SELECT COUNT(*) FROM " + from.text() + where;
            case 1 -> grouped(from, where);
            case 2 ->
                "SELECT " + column(from).name() + ", " + root + ".Id FROM " + from.text() + where + " ORDER BY "
                        + root + ".Id" + (random.nextBoolean() ? " DESC" : "") + " LIMIT " + random.nextInt(50)
                        + (random.nextBoolean() ? " OFFSET " + random.nextInt(20) : "");
            default ->
                "SELECT " + root + ".Id, " + column(from).name() + ", "
                        + column(from).name() + " AS other FROM " + from.text() + where;
        };
    }

    private String grouped(From from, String where) {
        String by = column(from).name();
        String other = column(from).name();
        String having = random.nextBoolean() ? " HAVING COUNT(*) " + operator() + " " + random.nextInt(9) : "";
        return "SELECT " + by + ", COUNT(*), COUNT(" + other + ") FROM " + from.text() + where + " GROUP BY " + by
                + having;
    }

    String condition(From from, int depth) throws SQLException {
        int kind = depth < DEEPEST ? random.nextInt(8) : 7;
        return switch (kind) {
            case 0, 1 -> "(" + condition(from, depth + 1) + " AND " + condition(from, depth + 1) + ")";
            case 2, 3 -> "(" + condition(from, depth + 1) + " OR " + condition(from, depth + 1) + ")";
            case 4 -> "NOT (" + condition(from, depth + 1) + ")";
            default -> test(from);
        };
    }

    /** A column with the alias of its table before it. */
    record Chosen(String name, String object, MirroredColumn column) {}

    Chosen column(From from) {
        String[] table = from.tables()[random.nextInt(from.tables().length)];
        List<MirroredColumn> columns = mirror.columns(table[1]).stream()
                .filter(column -> column.type() != Types.LONGVARCHAR)
                .toList();
        MirroredColumn column = columns.get(random.nextInt(columns.size()));
        return new Chosen(table[0] + "." + column.name(), table[1], column);
    }

    private String test(From from) throws SQLException {
        Chosen on = column(from);
        String name = on.name();
        if (on.column().type() == Types.BOOLEAN && random.nextInt(3) > 0) {
            return truth(name);
        }
        return switch (random.nextInt(9)) {
            case 0 -> name + " IS NULL";
            case 1 -> name + " IS NOT NULL";
            case 2 -> name + not() + " IN (" + constants(on) + ")";
            case 3 ->
                on.column().type() == Types.VARCHAR
                        ? name + " IS" + not() + " NULL"
                        : name + not() + " BETWEEN " + constant(on) + " AND " + constant(on);
            case 4 -> name + " IS" + not() + " DISTINCT FROM " + constant(on);
            case 5 ->
                on.column().type() == Types.VARCHAR
                        ? name + not() + " LIKE " + pattern(on)
                        : constant(on) + " " + operator(on) + " " + name;
            default -> name + " " + operator(on) + " " + constant(on);
        };
    }

    private String truth(String name) {
        return switch (random.nextInt(5)) {
            case 0 -> name;
            case 1 -> "NOT " + name;
            case 2 -> name + " IS" + not() + " TRUE";
            case 3 -> name + " IS" + not() + " FALSE";
            default -> name + " IS" + not() + " UNKNOWN";
        };
    }

    private String not() {
        return random.nextBoolean() ? " NOT" : "";
    }

    /** Text is compared for equality only: which of two letters comes first, each engine decides by rules of its own. */
    private String operator(Chosen on) {
        return on.column().type() == Types.VARCHAR ? OPERATORS[random.nextInt(2)] : operator();
    }

    private String operator() {
        return OPERATORS[random.nextInt(OPERATORS.length)];
    }

    private String constants(Chosen on) throws SQLException {
        List<String> constants = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            constants.add(constant(on));
        }
        return String.join(", ", constants);
    }

    private String constant(Chosen on) throws SQLException {
        String sample = random.nextInt(12) == 0 ? null : sample(on);
        // The org keeps more digits of a second than it tells.
        String value = sample == null || on.column().type() != Types.TIMESTAMP
                ? sample
                : sample.replaceFirst("[.][0-9]+$", "");
        if (value == null) {
            return random.nextInt(3) == 0 ? "NULL" : spare(on.column().type());
        }
        return switch (on.column().type()) {
            case Types.VARCHAR -> "'" + value.replace("'", "''") + "'";
            case Types.INTEGER, Types.BIGINT -> random.nextInt(6) == 0 ? value + ".5" : value;
            case Types.DATE -> random.nextBoolean() ? "DATE '" + value + "'" : "'" + value + "'";
            case Types.TIMESTAMP -> random.nextBoolean() ? "TIMESTAMP '" + value + "'" : "'" + value + "'";
            case Types.TIME -> "TIME '" + value + "'";
            default -> value;
        };
    }

    private static String spare(int type) {
        return switch (type) {
            case Types.INTEGER, Types.BIGINT, Types.DECIMAL -> "17";
            case Types.BOOLEAN -> "TRUE";
            case Types.DATE -> "DATE '2025-06-30'";
            case Types.TIMESTAMP -> "TIMESTAMP '2025-06-30 01:02:03'";
            case Types.TIME -> "TIME '10:20:30'";
            default -> "''";
        };
    }

    private String pattern(Chosen on) throws SQLException {
        String value = sample(on);
        if (value == null || value.length() < 3 || value.matches("(?s).*[\\\\%_].*")) {
            return "'%a_'";
        }
        String quoted =
                value.substring(0, random.nextInt(value.length() - 1) + 1).replace("'", "''");
        return switch (random.nextInt(4)) {
            case 0 -> "'" + quoted + "%'";
            case 1 -> "'%" + quoted + "%'";
            case 2 -> "'_" + value.substring(1).replace("'", "''") + "'";
            default -> "'%'";
        };
    }

    private String sample(Chosen on) throws SQLException {
        String sql = "SELECT CAST(\"" + on.column().name() + "\" AS VARCHAR) FROM \"" + on.object()
                + "\" LIMIT 1 OFFSET " + random.nextInt(40);
        try (Statement statement = mirror.connection().createStatement();
                ResultSet value = statement.executeQuery(sql)) {
            return value.next() ? value.getString(1) : null;
        }
    }
}
