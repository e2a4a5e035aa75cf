package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.soqljdbc.simulated.SimulatedOrg;

/** What an error must be. */
public final class Refused {

    /** What no message, property, log or text of an object may ever show. */
    static final List<String> SECRETS = List.of(
            SimulatedOrg.CLIENT_SECRET,
            SimulatedOrg.PASSWORD,
            SimulatedOrg.SECURITY_TOKEN,
            SimulatedOrg.REFRESH_TOKEN,
            "pa%2Bss",
            "pa+ss+w",
            "PRIVATE KEY");

    private Refused() {}

    /** Runs what must fail with that SQLState, as that very class, without a secret. @return what it failed with */
    public static SQLException with(String sqlState, Class<? extends SQLException> type, Executable work) {
        SQLException refusal = assertThrows(SQLException.class, work);
        assertEquals(sqlState, refusal.getSQLState(), () -> "SQLState of: " + refusal);
        assertEquals(type, refusal.getClass(), () -> "class of: " + refusal);
        withoutSecrets(refusal);
        return refusal;
    }

    /** Demands words of the message, ignoring case. */
    public static void says(SQLException refusal, String... words) {
        for (String word : words) {
            assertTrue(
                    refusal.getMessage().toLowerCase().contains(word.toLowerCase()),
                    () -> "'" + word + "' is not in: " + refusal.getMessage());
        }
    }

    /** Looks through the whole chain: messages and texts of causes, suppressed and next ones. */
    static void withoutSecrets(Throwable refusal) {
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            for (String secret : SECRETS) {
                assertFalse(each.toString().contains(secret), "a secret is in " + each.getClass());
            }
            for (Throwable suppressed : each.getSuppressed()) {
                withoutSecrets(suppressed);
            }
        }
    }
}
