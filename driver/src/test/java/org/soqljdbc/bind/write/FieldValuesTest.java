package org.soqljdbc.bind.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.types.ParameterValue;

/** Which values fit which fields, and how those that do not are refused. */
class FieldValuesTest {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private static WriteValue value(String field, Object given) throws SQLException {
        return FieldValues.of(WritableOrg.field(field), new ParameterValue(given, KATHMANDU), "Row 2, column " + field);
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of("Name", "Ada", new WriteValue.Text("Ada")),
                Arguments.of("Name", 12, new WriteValue.Text("12")),
                Arguments.of("Name", "", WriteValue.NULL),
                Arguments.of("Name", null, WriteValue.NULL),
                Arguments.of("Name", "1234567890   ", new WriteValue.Text("1234567890   ")),
                Arguments.of("Size", "9999", new WriteValue.Number(new BigDecimal("9999"))),
                Arguments.of("Size", 12L, new WriteValue.Number(new BigDecimal("12"))),
                Arguments.of("Turnover", 123456.789, new WriteValue.Number(new BigDecimal("123456.789"))),
                Arguments.of("Founded", "2024-02-29", new WriteValue.Day(LocalDate.of(2024, 2, 29))),
                Arguments.of("Founded", LocalDate.of(1900, 1, 1), new WriteValue.Day(LocalDate.of(1900, 1, 1))),
                Arguments.of(
                        "Seen",
                        LocalDateTime.of(2024, 1, 1, 5, 45),
                        new WriteValue.Moment(Instant.parse("2024-01-01T00:00:00Z"))),
                Arguments.of("Opens", LocalTime.of(9, 30), new WriteValue.TimeOfDay(LocalTime.of(9, 30))),
                Arguments.of("Grade", "First", new WriteValue.Text("First")),
                Arguments.of("Grade", "first", new WriteValue.Text("first")),
                Arguments.of("Grade", "Fourth", new WriteValue.Text("Fourth")),
                Arguments.of("Grade", "", WriteValue.NULL),
                Arguments.of("Kinds", "Old; Big;", new WriteValue.Text("Old; Big;")),
                Arguments.of("City", "Linz", new WriteValue.Text("Linz")),
                Arguments.of("Mood", "Gloomy", new WriteValue.Text("Gloomy")),
                Arguments.of("Active", 1, new WriteValue.Truth(true)),
                Arguments.of("Active", "no", new WriteValue.Truth(false)),
                Arguments.of("ParentId", "001000000000001", new WriteValue.Text("001000000000001")));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void a_value_becomes_the_fields(String field, Object given, WriteValue expected) throws SQLException {
        assertEquals(expected, value(field, given));
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("22001", "Name", "12345678901"),
                Arguments.of("23514", "Grade", "Second"),
                Arguments.of("23514", "Kinds", "Big;Young"),
                Arguments.of("22003", "Size", 10_000),
                Arguments.of("22003", "Size", 1.5),
                Arguments.of("22003", "Turnover", 1_000_000),
                Arguments.of("22003", "Turnover", Double.NaN),
                Arguments.of("22007", "Founded", "soon"),
                Arguments.of("22018", "Size", "many"),
                Arguments.of("22018", "Active", "perhaps"),
                Arguments.of("22018", "Opens", true),
                Arguments.of("22018", "Logo", "text"),
                Arguments.of("22018", "Name", new byte[] {1}),
                Arguments.of("22023", "ParentId", "nobody"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void what_does_not_fit_is_refused_naming_row_and_column(String state, String field, Object given) {
        SQLException refused = assertThrows(SQLException.class, () -> value(field, given));
        assertEquals(state, refused.getSQLState(), refused::getMessage);
        assertTrue(refused.getMessage().startsWith("Row 2, column " + field), refused::getMessage);
    }

    @Test
    void the_nearest_value_of_a_restricted_picklist_is_named() {
        SQLException refused = assertThrows(SQLException.class, () -> value("Grade", "Fisrt"));
        assertInstanceOf(SQLIntegrityConstraintViolationException.class, refused);
        assertEquals(
                "Row 2, column Grade: the restricted picklist has no value 'Fisrt'; did you mean 'First'?",
                refused.getMessage());
    }

    @Test
    void bytes_are_not_read_before_they_are_sent() throws SQLException {
        assertInstanceOf(WriteValue.Bytes.class, value("Logo", new byte[] {1, 2}));
    }
}
