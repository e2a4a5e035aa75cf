package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;
import org.soqljdbc.http.CallControl;

/** What lies between two commits of a connection. Salesforce has no transactions; the property {@code transactions} says what is made of that. */
public interface WriteUnit {

    /** Told by setAutoCommit. @param manual whether commit and rollback end the unit; turning it off commits */
    void manual(boolean manual, CallControl control) throws SQLException;

    /**
     * Ends the unit: sends what {@code atomic} has collected, and else only forgets that anything was written.
     *
     * @throws SQLException as the org refuses it; nothing of an atomic unit is written then
     */
    void commit(UpdateOptions options, CallControl control) throws SQLException;

    /**
     * Ends the unit without its writes where that is possible.
     *
     * @throws SQLException 25000 if something was written, or may have been, that cannot be taken back; with
     *     {@code transactions=ignore} a warning instead
     */
    void rollback(Consumer<SQLWarning> warnings) throws SQLException;
}
