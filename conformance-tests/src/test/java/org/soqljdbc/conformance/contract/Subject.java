package org.soqljdbc.conformance.contract;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/**
 * One interface of java.sql to be called through.
 *
 * @param name what tests show
 * @param contract the interface
 * @param maker makes the object to call, open and, if a result set, on a row
 * @param closer ends the object so that JDBC wants it closed
 * @param answersWhenClosed names of the methods that may still answer then
 */
record Subject(String name, Class<?> contract, Maker maker, Closer closer, Set<String> answersWhenClosed) {

    interface Maker {
        Object make(Connection connection) throws SQLException;
    }

    interface Closer {
        void close(Object made, Connection connection) throws SQLException;
    }

    Subject(Class<?> contract, Maker maker, Closer closer, Set<String> answersWhenClosed) {
        this(contract.getSimpleName(), contract, maker, closer, answersWhenClosed);
    }

    /** A result set, to be closed by its own close. */
    static Subject resultSet(String name, Maker maker) {
        return new Subject(
                name,
                ResultSet.class,
                maker,
                (made, connection) -> ((ResultSet) made).close(),
                Set.of("close", "isClosed", "unwrap", "isWrapperFor"));
    }

    @Override
    public String toString() {
        return name;
    }
}
