package org.soqljdbc.conformance.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every method of every interface of java.sql, called by reflection: open and closed, with plausible, null and absurd
 * arguments. A driver may answer or throw a SQLException with a SQLState; never anything else.
 *
 * <p>Written against java.sql alone; whoever extends it says where the objects come from. The org must have an Account and some
 * Contacts, of which a few are changed.
 */
public abstract class JdbcContract {

    private static final String QUERY = "SELECT Id, Name FROM Account LIMIT 2";

    private static final String CHILDREN = "SELECT Id, (SELECT LastName FROM Contacts) FROM Account LIMIT 50";

    private static final Set<String> ALWAYS = Set.of("close", "isClosed", "unwrap", "isWrapperFor");

    /** What depends on no state, so that JDBC does not want it refused. */
    private static final Set<String> ENQUOTING =
            Set.of("enquoteLiteral", "enquoteNCharLiteral", "enquoteIdentifier", "isSimpleIdentifier");

    /** What Salesforce has nothing like; see the package's own tables in the documentation. */
    private static final Set<String> REFUSED = Set.of(
            "Connection.setSavepoint",
            "Connection.releaseSavepoint",
            "Connection.createSQLXML",
            "Connection.createStruct",
            "Connection.setShardingKey",
            "Connection.setShardingKeyIfValid",
            "Statement.setCursorName",
            "PreparedStatement.setRef",
            "PreparedStatement.setRowId",
            "PreparedStatement.setSQLXML",
            "ResultSet.getCursorName",
            "ResultSet.getRef",
            "ResultSet.getRowId",
            "ResultSet.getSQLXML",
            "ResultSet.getUnicodeStream",
            "CallableStatement.getRef",
            "CallableStatement.getRowId",
            "CallableStatement.getSQLXML",
            "DataSource.createConnectionBuilder",
            "DataSource.createShardingKeyBuilder");

    /** A new connection. */
    protected abstract Connection connect() throws SQLException;

    /** A data source of the same org. */
    protected abstract DataSource dataSource() throws SQLException;

    /** A query of at least one row with a column of each type. */
    protected abstract String everyTypeQuery();

    /** The driver that made the connections. */
    protected abstract Driver driver() throws SQLException;

    private List<Subject> subjects() {
        return List.of(
                new Subject(Driver.class, connection -> driver(), (made, connection) -> {}, everything(Driver.class)),
                new Subject(
                        DataSource.class,
                        connection -> dataSource(),
                        (made, connection) -> {},
                        everything(DataSource.class)),
                new Subject(
                        Connection.class,
                        connection -> connect(),
                        (made, connection) -> ((Connection) made).close(),
                        both(ALWAYS, Set.of("isValid", "abort", "beginRequest", "endRequest"))),
                new Subject(
                        Statement.class,
                        Connection::createStatement,
                        (made, connection) -> ((Statement) made).close(),
                        both(ALWAYS, ENQUOTING)),
                new Subject(
                        PreparedStatement.class,
                        connection -> connection.prepareStatement("SELECT Id FROM Account WHERE Name = ? LIMIT 2"),
                        (made, connection) -> ((Statement) made).close(),
                        both(ALWAYS, ENQUOTING)),
                new Subject(
                        "writing PreparedStatement",
                        PreparedStatement.class,
                        connection -> connection.prepareStatement("UPDATE Contact SET LastName = ? WHERE Id = ?"),
                        (made, connection) -> ((Statement) made).close(),
                        both(ALWAYS, ENQUOTING)),
                new Subject(
                        CallableStatement.class,
                        connection -> connection.prepareCall("{call REST(?, '/limits', NULL, ?)}"),
                        (made, connection) -> ((Statement) made).close(),
                        both(ALWAYS, ENQUOTING)),
                Subject.resultSet("ResultSet", JdbcContract::onRow),
                Subject.resultSet(
                        "updatable ResultSet",
                        connection -> onUpdatableRow(connection, ResultSet.TYPE_SCROLL_INSENSITIVE)),
                Subject.resultSet(
                        "updatable forward-only ResultSet",
                        connection -> onUpdatableRow(connection, ResultSet.TYPE_FORWARD_ONLY)),
                Subject.resultSet("forward-only ResultSet", JdbcContract::onStreamedRow),
                Subject.resultSet("nested ResultSet", JdbcContract::onNestedRow),
                Subject.resultSet(
                        "metadata ResultSet",
                        connection -> first(connection.getMetaData().getTypeInfo())),
                Subject.resultSet(
                        "array ResultSet",
                        connection -> first(letters(connection).getResultSet())),
                Subject.resultSet(
                        "empty ResultSet",
                        connection -> connection.createStatement().getGeneratedKeys()),
                new Subject(
                        ResultSetMetaData.class,
                        connection -> onRow(connection).getMetaData(),
                        (made, connection) -> connection.close(),
                        everything(ResultSetMetaData.class)),
                new Subject(
                        ParameterMetaData.class,
                        connection -> connection
                                .prepareStatement("SELECT Id FROM Account WHERE Name = ?")
                                .getParameterMetaData(),
                        (made, connection) -> connection.close(),
                        everything(ParameterMetaData.class)),
                new Subject(
                        DatabaseMetaData.class,
                        Connection::getMetaData,
                        (made, connection) -> connection.close(),
                        constants()),
                new Subject(
                        Blob.class, Connection::createBlob, (made, connection) -> ((Blob) made).free(), Set.of("free")),
                new Subject(
                        Clob.class, Connection::createClob, (made, connection) -> ((Clob) made).free(), Set.of("free")),
                new Subject(
                        NClob.class,
                        Connection::createNClob,
                        (made, connection) -> ((NClob) made).free(),
                        Set.of("free")),
                new Subject(
                        Array.class,
                        JdbcContract::letters,
                        (made, connection) -> ((Array) made).free(),
                        Set.of("free")));
    }

    private static Array letters(Connection connection) throws SQLException {
        return connection.createArrayOf("VARCHAR", new Object[] {"a", "b"});
    }

    private static ResultSet first(ResultSet rows) throws SQLException {
        assertTrue(rows.next(), "no row");
        return rows;
    }

    private static ResultSet onRow(Connection connection) throws SQLException {
        return first(connection
                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                .executeQuery(QUERY));
    }

    private static ResultSet onUpdatableRow(Connection connection, int type) throws SQLException {
        return first(connection
                .createStatement(type, ResultSet.CONCUR_UPDATABLE)
                .executeQuery("SELECT Id, LastName FROM Contact LIMIT 2"));
    }

    private static ResultSet onStreamedRow(Connection connection) throws SQLException {
        return first(connection.createStatement().executeQuery(QUERY));
    }

    private static ResultSet onNestedRow(Connection connection) throws SQLException {
        ResultSet parents = connection.createStatement().executeQuery(CHILDREN);
        while (parents.next()) {
            ResultSet children = parents.getObject(2, ResultSet.class);
            if (children != null && children.next()) {
                return children;
            }
        }
        throw new AssertionError("no Account has a Contact");
    }

    private static Set<String> both(Set<String> names, Set<String> more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(more);
        return all;
    }

    private static Set<String> everything(Class<?> contract) {
        Set<String> all = new TreeSet<>();
        methods(contract).forEach(method -> all.add(method.getName()));
        return all;
    }

    /** The methods of DatabaseMetaData that answer without asking the org. */
    private static Set<String> constants() {
        Set<String> all = new TreeSet<>();
        methods(DatabaseMetaData.class)
                .filter(method -> method.getReturnType() != ResultSet.class)
                .forEach(method -> all.add(method.getName()));
        return all;
    }

    private static Stream<Method> methods(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString));
    }

    private interface Body {
        void run(Subject subject, Method method) throws SQLException;
    }

    private Stream<DynamicTest> forEachMethod(BiPredicate<Subject, Method> which, Body body) {
        return subjects().stream()
                .flatMap(subject -> methods(subject.contract())
                        .filter(method -> which.test(subject, method))
                        .map(method -> DynamicTest.dynamicTest(
                                subject + "." + method.getName() + Arrays.toString(names(method)),
                                () -> body.run(subject, method))));
    }

    private static String[] names(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> open_objects_answer_or_throw_a_sql_exception() {
        return forEachMethod((subject, method) -> true, (subject, method) -> {
            try (Connection connection = connect()) {
                for (Object[] arguments : Arguments.listsFor(method, connection)) {
                    release(subject.maker().make(connection), made -> Calls.call(made, method, arguments));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> closed_objects_refuse_everything_but_to_be_closed_again() {
        return forEachMethod((subject, method) -> true, (subject, method) -> {
            try (Connection connection = connect();
                    Connection other = connect()) {
                Object made = subject.maker().make(connection);
                subject.closer().close(made, connection);
                boolean mayAnswer = subject.answersWhenClosed().contains(method.getName());
                for (Object[] arguments : Arguments.listsFor(method, other)) {
                    boolean refused = Calls.call(made, method, arguments).isPresent();
                    assertTrue(
                            refused || mayAnswer,
                            () -> "closed, and yet it answers: " + method + " " + Arrays.toString(arguments));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_supported_says_so() {
        return forEachMethod(JdbcContract::isRefused, (subject, method) -> {
            try (Connection connection = connect()) {
                Object[] arguments = Arguments.plausible(method, connection);
                release(subject.maker().make(connection), made -> {
                    SQLException refusal = Calls.call(made, method, arguments)
                            .orElseThrow(() -> new AssertionError(method + " answers"));
                    assertInstanceOf(SQLFeatureNotSupportedException.class, refusal);
                    assertTrue(
                            refusal.getMessage().contains(method.getName()),
                            () -> refusal.getMessage() + " does not name " + method.getName());
                });
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> every_getter_answers_or_refuses_every_type() {
        return methods(ResultSet.class)
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == int.class)
                .filter(method -> method.getName().startsWith("get"))
                .map(method -> DynamicTest.dynamicTest(
                        method.getName() + Arrays.toString(names(method)), () -> readEveryType(method)));
    }

    private void readEveryType(Method getter) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(everyTypeQuery())) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    for (Object[] arguments : Arguments.listsFor(getter, connection)) {
                        arguments[0] = column;
                        Calls.call(rows, getter, arguments);
                    }
                }
            }
        }
    }

    /** What changes rows, and so is for updatable result sets only. */
    private static final Set<String> CHANGES = Set.of(
            "insertRow",
            "updateRow",
            "deleteRow",
            "refreshRow",
            "cancelRowUpdates",
            "moveToInsertRow",
            "moveToCurrentRow");

    private static boolean isChange(Method method) {
        return method.getDeclaringClass() == ResultSet.class
                && (CHANGES.contains(method.getName()) || method.getName().startsWith("update"));
    }

    private static boolean isRefused(Subject subject, Method method) {
        return isRefused(method) || isChange(method) && !subject.name().startsWith("updatable");
    }

    private static boolean isRefused(Method method) {
        Class<?> owner = method.getDeclaringClass() == javax.sql.CommonDataSource.class
                ? DataSource.class
                : method.getDeclaringClass();
        return REFUSED.contains(owner.getSimpleName() + "." + method.getName())
                || method.getName().equals("rollback") && method.getParameterCount() == 1;
    }

    /** Uses an object, and closes it where it is a connection: those are made anew for each call. */
    private static void release(Object made, Consumer<Object> use) throws SQLException {
        try {
            use.accept(made);
        } finally {
            if (made instanceof Connection connection) {
                connection.close();
            }
        }
    }

    @Test
    void closing_twice_is_harmless_and_closing_a_connection_closes_what_it_made() throws SQLException {
        Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY);
        PreparedStatement prepared = connection.prepareStatement(QUERY);
        connection.close();
        connection.close();
        assertTrue(connection.isClosed());
        assertTrue(statement.isClosed());
        assertTrue(prepared.isClosed());
        assertTrue(rows.isClosed());
        statement.close();
        rows.close();
    }
}
