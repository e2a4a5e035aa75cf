package org.soqljdbc.conformance.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Optional;

/** Calls a method and holds whatever it throws against the rules. */
final class Calls {

    private Calls() {}

    /** @return what was thrown, if anything; never anything but a proper SQLException */
    static Optional<SQLException> call(Object target, Method method, Object[] arguments) {
        try {
            method.invoke(target, arguments);
            return Optional.empty();
        } catch (InvocationTargetException thrown) {
            return Optional.of(proper(thrown.getCause(), method, arguments));
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SQLException proper(Throwable thrown, Method method, Object[] arguments) {
        String call = method + " with " + Arrays.deepToString(shortened(arguments));
        if (!(thrown instanceof SQLException)) {
            throw new AssertionError(call + " threw " + thrown, thrown);
        }
        for (SQLException one = (SQLException) thrown; one != null; one = one.getNextException()) {
            String state = one.getSQLState();
            String seen = call + " threw " + one;
            assertNotNull(state, () -> seen + " without a SQLState");
            assertTrue(state.matches("[0-9A-Z]{5}"), () -> seen + " with SQLState " + state);
            assertTrue(one.getMessage() != null && !one.getMessage().isBlank(), () -> seen + " without a message");
            assertEquals(
                    state.startsWith("0A"),
                    one instanceof SQLFeatureNotSupportedException,
                    () -> seen + " with SQLState " + state);
        }
        if (Arrays.asList(method.getExceptionTypes()).contains(SQLClientInfoException.class)) {
            assertInstanceOf(SQLClientInfoException.class, thrown, call);
        }
        return (SQLException) thrown;
    }

    private static Object[] shortened(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(one -> one instanceof String text && text.length() > 100 ? text.substring(0, 100) + "..." : one)
                .toArray();
    }
}
