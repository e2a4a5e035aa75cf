package org.soqljdbc.conformance.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Argument lists for methods found by reflection: the first is plausible; in each of the others one argument is null or
 * absurd, and in the last all are.
 */
final class Arguments {

    private static final String QUERY = "SELECT Id, Name FROM Account LIMIT 2";

    private Arguments() {}

    /** @param connection makes the arguments that only a connection can; open */
    static List<Object[]> listsFor(Method method, Connection connection) throws SQLException {
        Class<?>[] types = method.getParameterTypes();
        List<List<Object>> choices = new ArrayList<>();
        for (Class<?> type : types) {
            choices.add(choices(type, method, connection));
        }
        Object[] plausible = choices.stream().map(list -> list.get(0)).toArray();
        List<Object[]> lists = new ArrayList<>();
        lists.add(plausible);
        for (int at = 0; at < types.length; at++) {
            for (Object other : choices.get(at).subList(1, choices.get(at).size())) {
                Object[] list = plausible.clone();
                list[at] = other;
                lists.add(list);
            }
        }
        if (types.length > 1) {
            lists.add(choices.stream().map(list -> list.get(list.size() - 1)).toArray());
        }
        return lists;
    }

    static Object[] plausible(Method method, Connection connection) throws SQLException {
        return listsFor(method, connection).get(0);
    }

    /** The plausible value first. Streams are made anew, since they can be read only once. */
    private static List<Object> choices(Class<?> type, Method method, Connection connection) throws SQLException {
        if (type == int.class) {
            return ints(method);
        } else if (type == long.class) {
            return List.of(1L, 0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
        } else if (type == short.class) {
            return List.of((short) 1, Short.MIN_VALUE);
        } else if (type == byte.class) {
            return List.of((byte) 1, Byte.MIN_VALUE);
        } else if (type == float.class) {
            return List.of(1.5f, Float.NaN, Float.NEGATIVE_INFINITY);
        } else if (type == double.class) {
            return List.of(1.5d, Double.NaN, Double.POSITIVE_INFINITY);
        } else if (type == boolean.class) {
            return List.of(true, false);
        } else if (type == String.class) {
            return texts(method);
        } else if (type.isArray()) {
            return arrays(type);
        }
        return objects(type, method, connection);
    }

    private static List<Object> ints(Method method) {
        int plausible = 1;
        switch (method.getName()) {
            case "createStatement", "prepareStatement", "setFetchDirection", "supportsResultSetConcurrency" ->
                plausible = ResultSet.TYPE_FORWARD_ONLY;
            case "setTransactionIsolation" -> plausible = Connection.TRANSACTION_NONE;
            default -> {
                // 1 is the first column, parameter, row or constant.
            }
        }
        return Arrays.asList(
                plausible,
                0,
                1,
                -1,
                99,
                ResultSet.TYPE_SCROLL_SENSITIVE,
                ResultSet.CONCUR_UPDATABLE,
                Types.DECIMAL,
                Types.ARRAY,
                Types.SQLXML,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE);
    }

    private static List<Object> texts(Method method) {
        boolean takesSql = method.getName().startsWith("execute")
                || method.getName().startsWith("prepare")
                || method.getName().equals("nativeSQL")
                || method.getName().equals("addBatch");
        return Arrays.asList(
                takesSql ? QUERY : "Name",
                "",
                "no such name",
                "%",
                QUERY + " -- ?",
                "SELECT Name FROM Account WHERE Name = 'x",
                "DELETE FROM Account",
                "\u0000'\\\"\uD83D",
                "x".repeat(5_000),
                null);
    }

    private static List<Object> arrays(Class<?> type) {
        Class<?> element = type.getComponentType();
        Object one = Array.newInstance(element, 1);
        if (element == String.class) {
            Array.set(one, 0, "Id");
        } else if (element == Object.class) {
            Array.set(one, 0, "a");
        }
        return Arrays.asList(one, Array.newInstance(element, 0), null);
    }

    private static List<Object> objects(Class<?> type, Method method, Connection connection) throws SQLException {
        if (type == Object.class) {
            return Arrays.asList(
                    "text", 1, new BigDecimal("1.5"), Double.NaN, new Object(), List.of("a", 1), Map.of(), null);
        } else if (type == Class.class) {
            return Arrays.asList(String.class, Object.class, int.class, ResultSet.class, Connection.class, null);
        } else if (type == Map.class) {
            return Arrays.asList(new HashMap<>(), Map.of("VARCHAR", String.class), null);
        } else if (type == Calendar.class) {
            return Arrays.asList(Calendar.getInstance(), null);
        } else if (type == InputStream.class) {
            return Arrays.asList(new ByteArrayInputStream(new byte[] {'a'}), broken(), null);
        } else if (type == Reader.class) {
            return Arrays.asList(new StringReader("a"), null);
        } else if (type == Executor.class) {
            return Arrays.asList((Executor) Runnable::run, refusing(), null);
        } else if (type == Properties.class) {
            return Arrays.asList(new Properties(), null);
        } else if (type == SQLType.class) {
            return Arrays.asList(JDBCType.VARCHAR, JDBCType.REF, nameless(), null);
        } else if (type == PrintWriter.class) {
            return Arrays.asList(new PrintWriter(new StringWriter()), null);
        }
        return values(type, connection);
    }

    private static List<Object> values(Class<?> type, Connection connection) throws SQLException {
        if (type == BigDecimal.class) {
            return Arrays.asList(BigDecimal.ONE, null);
        } else if (type == java.sql.Date.class) {
            return Arrays.asList(java.sql.Date.valueOf("2024-02-29"), new java.sql.Date(Long.MAX_VALUE), null);
        } else if (type == java.sql.Time.class) {
            return Arrays.asList(java.sql.Time.valueOf("10:15:30"), new java.sql.Time(Long.MIN_VALUE), null);
        } else if (type == java.sql.Timestamp.class) {
            return Arrays.asList(
                    java.sql.Timestamp.valueOf("2024-02-29 10:15:30"), new java.sql.Timestamp(Long.MAX_VALUE), null);
        } else if (type == URL.class) {
            return Arrays.asList(url(), null);
        } else if (type == Blob.class) {
            return Arrays.asList(connection.createBlob(), null);
        } else if (type == Clob.class) {
            return Arrays.asList(connection.createClob(), null);
        } else if (type == NClob.class) {
            return Arrays.asList(connection.createNClob(), null);
        } else if (type == java.sql.Array.class) {
            return Arrays.asList(connection.createArrayOf("VARCHAR", new Object[] {"a"}), null);
        }
        // Savepoint, Ref, RowId, SQLXML, ShardingKey: nobody can have one of ours.
        return Arrays.asList((Object) null);
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken on purpose");
            }
        };
    }

    private static Executor refusing() {
        return task -> {
            throw new RejectedExecutionException("refused on purpose");
        };
    }

    private static SQLType nameless() {
        return new SQLType() {
            @Override
            public String getName() {
                return null;
            }

            @Override
            public String getVendor() {
                return null;
            }

            @Override
            public Integer getVendorTypeNumber() {
                return null;
            }
        };
    }

    private static URL url() {
        try {
            return new URL("https://example.com");
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
