package org.soqljdbc.conformance.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.simulated.SimulatedOrg;

/** Runs a query on the driver and on H2, and says where they differ. */
final class Comparison {

    private final Connection driver;
    private final Connection h2;

    Comparison(Connection driver, Connection h2) {
        this.driver = driver;
        this.h2 = h2;
    }

    /**
     * @param same what H2 is given: the same, or where it lacks a construct, another statement that means the same
     * @return what differs; empty if nothing does
     */
    Optional<String> difference(SimulatedOrg org, String sql, String same, List<Object> parameters) {
        boolean folded = Answer.showsGroups(sql) || Answer.showsGroups(same);
        Answer expected;
        try {
            expected = Answer.of(h2, same, parameters, folded);
        } catch (SQLException bad) {
            return Optional.of("H2 refuses " + same + " with " + parameters + ": " + bad.getMessage());
        }
        org.forgetCalls();
        Answer actual;
        try {
            actual = Answer.of(driver, sql, parameters, folded);
        } catch (SQLException bad) {
            return Optional.of(
                    sql + " with " + parameters + "\n  " + bad.getSQLState() + " " + bad.getMessage() + sent(org));
        }
        return difference(sql, expected, actual).map(what -> sql + " with " + parameters + sent(org) + "\n  " + what);
    }

    private static String sent(SimulatedOrg org) {
        return org.calls().stream()
                .flatMap(call -> call.soql().stream())
                .map(soql -> "\n  sent " + soql)
                .reduce("", String::concat);
    }

    private static Optional<String> difference(String sql, Answer expected, Answer actual) {
        if (!sameTypes(expected.types(), actual.types(), sql)) {
            return Optional.of("types " + actual.types() + " instead of " + expected.types());
        }
        boolean ordered =
                sql.toUpperCase(Locale.ROOT).replaceAll("\\(SELECT.*\\)", "").contains("ORDER BY");
        Answer a = ordered ? expected : expected.sorted();
        Answer b = ordered ? actual : actual.sorted();
        if (a.rows().equals(b.rows())) {
            return Optional.empty();
        }
        String sizes = b.rows().size() + " rows instead of " + a.rows().size();
        for (int i = 0; i < Math.max(a.rows().size(), b.rows().size()); i++) {
            List<String> wanted = i < a.rows().size() ? a.rows().get(i) : null;
            List<String> got = i < b.rows().size() ? b.rows().get(i) : null;
            if (wanted == null || !wanted.equals(got)) {
                return Optional.of(sizes + "; row " + i + " is " + got + " instead of " + wanted);
            }
        }
        return Optional.of(sizes);
    }

    /** Sums and averages have types of their own in each engine. */
    private static boolean sameTypes(List<Integer> expected, List<Integer> actual, String sql) {
        boolean sums = sql.toUpperCase(Locale.ROOT).matches("(?s).*(SUM|AVG)\\(.*");
        if (expected.size() != actual.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            boolean same = expected.get(i).equals(actual.get(i));
            if (!same && !(sums && isNumber(expected.get(i)) && isNumber(actual.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(int type) {
        return switch (type) {
            case Types.DECIMAL, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
    }
}
