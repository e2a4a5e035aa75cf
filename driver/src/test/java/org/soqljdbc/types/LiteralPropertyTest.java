package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;

/** A value never changes the query it is put into: what is written reads back as the same condition. */
class LiteralPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");

    @Property
    void any_text_stays_one_literal(@ForAll("texts") String text, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, text);
    }

    @Property
    void any_pattern_stays_one_literal(@ForAll("texts") String text) throws SQLException, SyntaxException {
        String query = "SELECT Id FROM Account WHERE Name LIKE ? AND Id != NULL";
        Value pattern = Literals.like(new ParameterValue(text, ZONE), 1);
        readsBack(query, pattern);
    }

    @Property
    void any_number_stays_one_literal(@ForAll BigDecimal number, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, number);
    }

    @Property
    void any_double_stays_one_literal(@ForAll double number, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, number);
    }

    @Property
    void any_day_stays_one_literal(@ForAll("days") LocalDate day, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, day);
    }

    @Property
    void any_time_stays_one_literal(@ForAll("times") LocalTime time, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, time);
    }

    @Property
    void any_instant_stays_one_literal(@ForAll("instants") Instant instant, @ForAll SfType field)
            throws SQLException, SyntaxException {
        staysOneLiteral(field, instant);
    }

    @Example
    void known_attacks_stay_one_literal() throws SQLException, SyntaxException {
        for (String attack : List.of(
                "' OR Name != '",
                "\\",
                "\\'",
                "\\\\' OR Id != NULL --",
                "'",
                "''",
                "x' LIMIT 1 //",
                "/* */",
                "a\u2028b\u0000c\u007f\u0085",
                "\ud83c\udf88",
                "?",
                ":name",
                "${x}",
                "%s\n\r\t\b\f")) {
            for (SfType field : SfType.values()) {
                staysOneLiteral(field, attack);
            }
        }
    }

    private static void staysOneLiteral(SfType field, Object value) throws SQLException, SyntaxException {
        Value literal;
        try {
            literal = Literals.of(field, new ParameterValue(value, ZONE), 1);
        } catch (java.sql.SQLDataException refused) {
            return;
        }
        readsBack("SELECT Id FROM Account WHERE Name = ? AND Id != NULL", literal);
    }

    private static void readsBack(String text, Value literal) throws SyntaxException {
        SoqlQuery query = SoqlReader.read(text).query();
        Condition.And both = (Condition.And) query.where().orElseThrow();
        Condition.Comparison first = (Condition.Comparison) both.terms().get(0);
        Condition.And bound = new Condition.And(List.of(
                new Condition.Comparison(first.left(), first.operator(), literal),
                both.terms().get(1)));
        String written = "SELECT Id FROM Account WHERE " + SoqlWriter.write(bound);
        assertEquals(bound, SoqlReader.read(written).query().where().orElseThrow());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars(
                        '\'', '\\', '"', '%', '_', '\n', '\r', '\t', '?', ':', '-', '/', '*', ' ', 'u', 'N', 'a', '0')
                .ofMaxLength(20);
        Arbitrary<String> shaped = Arbitraries.of(
                "2024-01-31",
                "2024-01-31 10:00:00.0",
                "10:15",
                "true",
                "1e5",
                "-0.0",
                "0001-01-01",
                "9999-12-31T23:59:59Z");
        return Arbitraries.oneOf(any, nasty, shaped);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-1_000_000, 3_500_000).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.longs().between(0, 86_399_999_999_999L).map(LocalTime::ofNanoOfDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-62_200_000_000_000L, 253_500_000_000_000L)
                .map(Instant::ofEpochMilli);
    }
}
