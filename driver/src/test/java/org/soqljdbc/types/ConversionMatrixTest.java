package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.soqljdbc.rows.RowBuffer;
import org.soqljdbc.types.conversion.Conversions;

/** Every type times every class, each cell stated in {@code conversions.txt}. */
class ConversionMatrixTest {

    private static final Map<String, Class<?>> TARGETS = Stream.of(
                    String.class,
                    Object.class,
                    Reader.class,
                    byte[].class,
                    InputStream.class,
                    BigDecimal.class,
                    BigInteger.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    Date.class,
                    Time.class,
                    Timestamp.class,
                    java.util.Date.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    Instant.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    String[].class,
                    URL.class)
            .collect(Collectors.toMap(ConversionMatrixTest::nameOf, Function.identity()));

    private static final WallClock KATHMANDU = WallClock.in(ZoneId.of("Asia/Kathmandu"));

    private static final Conversions CONVERSIONS =
            new Conversions(path -> new ByteArrayInputStream(("bytes of " + path).getBytes(StandardCharsets.UTF_8)));

    private record Cell(SfType type, String target, String wire, String outcome) {}

    @TestFactory
    Stream<DynamicTest> every_cell_holds() throws IOException {
        return cells().stream()
                .map(cell -> dynamicTest(
                        cell.type() + " '" + cell.wire() + "' as " + cell.target(),
                        () -> assertEquals(cell.outcome(), outcome(cell))));
    }

    @Test
    void every_type_states_every_class() throws IOException {
        Set<String> stated = new HashSet<>();
        cells().forEach(cell -> stated.add(cell.type() + " as " + cell.target()));
        Set<String> missing = new TreeSet<>();
        for (SfType type : SfType.values()) {
            TARGETS.keySet().forEach(target -> missing.add(type + " as " + target));
        }
        missing.removeAll(stated);
        assertTrue(missing.isEmpty(), () -> "cells not stated: " + missing);
    }

    @Test
    void classes_of_no_type_are_refused_by_every_type() {
        for (SfType type : SfType.values()) {
            for (Class<?> target : List.of(OffsetTime.class, UUID.class, Calendar.class, Thread.class, Map.class)) {
                SQLException refusal = assertThrows(
                        SQLException.class, () -> CONVERSIONS.resolve(Column.of("Budget__c", type), target));
                assertEquals("22018", refusal.getSQLState());
                assertTrue(
                        refusal.getMessage().contains("Budget__c")
                                && refusal.getMessage().contains(target.getSimpleName()),
                        refusal.getMessage());
            }
        }
    }

    @Test
    void the_readers_without_boxes_agree_with_the_boxes() throws Exception {
        for (Cell cell : cells()) {
            assertEquals(cell.outcome(), unboxed(cell), cell::toString);
        }
    }

    private static String unboxed(Cell cell) throws SQLException {
        Column column = column(cell.type());
        RowValues row = row(cell.wire());
        try {
            return switch (cell.target()) {
                case "Byte" ->
                    String.valueOf(CONVERSIONS
                            .wholeNumber(column, Byte.MIN_VALUE, Byte.MAX_VALUE)
                            .read(row, 0));
                case "Short" ->
                    String.valueOf(CONVERSIONS
                            .wholeNumber(column, Short.MIN_VALUE, Short.MAX_VALUE)
                            .read(row, 0));
                case "Integer" ->
                    String.valueOf(CONVERSIONS
                            .wholeNumber(column, Integer.MIN_VALUE, Integer.MAX_VALUE)
                            .read(row, 0));
                case "Long" ->
                    String.valueOf(CONVERSIONS
                            .wholeNumber(column, Long.MIN_VALUE, Long.MAX_VALUE)
                            .read(row, 0));
                case "Float" ->
                    String.valueOf((float) CONVERSIONS.singlePrecision(column).read(row, 0));
                case "Double" -> String.valueOf(CONVERSIONS.realNumber(column).read(row, 0));
                case "Boolean" -> String.valueOf(CONVERSIONS.truth(column).read(row, 0));
                default -> cell.outcome();
            };
        } catch (SQLException refused) {
            return stateOf(refused);
        }
    }

    private static String outcome(Cell cell) throws IOException {
        Column column = column(cell.type());
        Class<?> target = TARGETS.get(cell.target());
        try {
            Object value = CONVERSIONS.resolve(column, target).read(row(cell.wire()), 0, KATHMANDU);
            assertTrue(target.isInstance(value), () -> value.getClass() + " is no " + target);
            return shown(value);
        } catch (SQLException refused) {
            assertTrue(refused.getMessage().contains("Column Budget__c"), refused.getMessage());
            return stateOf(refused);
        }
    }

    private static String stateOf(SQLException refused) {
        return refused.getMessage().contains("cannot be read as")
                        && refused.getSQLState().equals("22018")
                ? "never"
                : refused.getSQLState();
    }

    private static String shown(Object value) throws IOException {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (value instanceof InputStream stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (value instanceof Reader reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
        if (value instanceof String[] values) {
            return Arrays.toString(values);
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant().toString() : value.toString();
    }

    private static Column column(SfType type) {
        return Column.of("Budget__c", type, 0, 18, 2);
    }

    private static RowValues row(String wire) {
        RowBuffer row = new RowBuffer(1);
        row.set(0, wire);
        return row;
    }

    private static List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        List<SfType> types = List.of();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                String names = line.substring(1, line.length() - 1);
                types = names.equals("child rows")
                        ? List.of(SfType.CHILD_ROWS)
                        : Stream.of(names.split(" ")).map(SfType::ofDescribe).toList();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\|");
                for (SfType type : types) {
                    cells.add(new Cell(type, parts[0].strip(), parts[1].strip(), parts[2].strip()));
                }
            }
        }
        return cells;
    }

    private static List<String> lines() throws IOException {
        try (InputStream table = ConversionMatrixTest.class.getResourceAsStream("conversions.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String nameOf(Class<?> target) {
        return target == java.util.Date.class ? target.getName() : target.getSimpleName();
    }
}
