package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;

/** Every result set of DatabaseMetaData against {@code jdbc43.txt}, a transcript of the specification. */
class SpecifiedShapesTest {

    private record Specified(List<String> columns, List<String> order) {}

    private static Map<String, Specified> specification() throws IOException {
        Map<String, Specified> methods = new LinkedHashMap<>();
        Specified current = null;
        try (InputStream file = SpecifiedShapesTest.class.getResourceAsStream("jdbc43.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.startsWith("  order by ")) {
                    current.order()
                            .addAll(List.of(
                                    line.substring("  order by ".length()).split(", ")));
                } else if (line.startsWith("  ")) {
                    current.columns().add(line.strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current = new Specified(new ArrayList<>(), new ArrayList<>());
                    methods.put(line, current);
                }
            }
        }
        return methods;
    }

    private static Stream<Method> resultSetMethods() {
        return Arrays.stream(DatabaseMetaData.class.getMethods())
                .filter(method -> method.getReturnType() == ResultSet.class);
    }

    @Test
    void the_transcript_has_every_method() throws IOException {
        assertEquals(
                resultSetMethods().map(Method::getName).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(specification().keySet()));
    }

    @TestFactory
    Stream<DynamicTest> columns_are_the_specified_ones() throws IOException {
        Map<String, Specified> specification = specification();
        return resultSetMethods()
                .map(method -> dynamicTest(
                        method.getName() + "/" + method.getParameterCount(),
                        () -> assertEquals(
                                specification.get(method.getName()).columns(),
                                call(method).columns().stream()
                                        .map(SpecifiedShapesTest::written)
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> rows_stand_in_the_specified_order() throws IOException {
        Map<String, Specified> specification = specification();
        return resultSetMethods()
                .map(method -> dynamicTest(method.getName() + "/" + method.getParameterCount(), () -> {
                    String[] order = specification.get(method.getName()).order().toArray(String[]::new);
                    List<List<String>> keys = new ArrayList<>();
                    for (String row : Told.rows(call(method), order)) {
                        keys.add(List.of(row.split("/", -1)));
                    }
                    List<List<String>> sorted = new ArrayList<>(keys);
                    sorted.sort(SpecifiedShapesTest::compare);
                    assertEquals(sorted, keys);
                }));
    }

    private static int compare(List<String> a, List<String> b) {
        Comparator<String> each = (x, y) -> x.matches("-?\\d+") && y.matches("-?\\d+")
                ? Long.compare(Long.parseLong(x), Long.parseLong(y))
                : x.compareTo(y);
        for (int i = 0; i < a.size(); i++) {
            int result = each.compare(a.get(i), b.get(i));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static String written(Column column) {
        return column.label() + " " + JDBCType.valueOf(column.jdbcType());
    }

    /** With arguments that restrict as little as the method allows. */
    private static RowStream call(Method method) throws SQLException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null)
                .toArray();
        // The methods that describe one table: (catalog, schema, table, ...), once or twice.
        boolean ofOneTable = Stream.of(
                        "getPrimaryKeys",
                        "getImportedKeys",
                        "getExportedKeys",
                        "getIndexInfo",
                        "getBestRowIdentifier",
                        "getVersionColumns",
                        "getCrossReference")
                .anyMatch(method.getName()::equals);
        if (ofOneTable) {
            arguments[2] = "Account";
        }
        if (method.getName().equals("getCrossReference")) {
            arguments[5] = "Contact";
        }
        return new Told(SampleOrg.usual()).stream(metaData -> {
            try {
                return (ResultSet) method.invoke(metaData, arguments);
            } catch (ReflectiveOperationException wrapped) {
                throw new SQLException(method.getName(), wrapped.getCause());
            }
        });
    }
}
