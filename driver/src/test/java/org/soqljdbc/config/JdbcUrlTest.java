package org.soqljdbc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.config.JdbcUrl.Pair;

class JdbcUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:soql://", "jdbc:soql://host", "JDBC:SOQL://host", "jdbc:soql:wrong"})
    void our_prefix_is_accepted_in_any_case(String url) {
        assertTrue(JdbcUrl.accepts(url));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"jdbc:salesforce://host", "jdbc:soqlx://host", "jdbc:soq", "soql://host"})
    void another_drivers_url_is_not(String url) {
        assertFalse(JdbcUrl.accepts(url));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:soql://, ''",
        "jdbc:soql:///, ''",
        "jdbc:soql://acme.my.salesforce.com, acme.my.salesforce.com",
        "jdbc:soql://acme.my.salesforce.com/, acme.my.salesforce.com",
        "jdbc:soql://acme.my.salesforce.com:8443/?ssl=true, acme.my.salesforce.com:8443",
        "jdbc:soql://?ssl=true, ''",
        "jdbc:soql://[::1]:80?ssl=false, [::1]:80"
    })
    void the_host_is_what_stands_before_the_question_mark(String url, String host) throws SQLException {
        assertEquals(host, JdbcUrl.parse(url).host());
    }

    @Test
    void values_are_percent_encoded_and_plus_is_a_plus() throws SQLException {
        assertEquals(
                List.of(
                        new Pair("user", "a@b.org"),
                        new Pair("password", "p+q&r=s%t"),
                        new Pair("applicationName", "Zürich \uD83D\uDE00 ü")),
                JdbcUrl.parse("jdbc:soql://h?user=a%40b.org&&password=p+q%26r=s%25t"
                                + "&applicationName=Z%C3%BCrich%20\uD83D\uDE00 ü&")
                        .pairs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:soql:host",
                "jdbc:soql:/host",
                "jdbc:soql://https://acme.my.salesforce.com",
                "jdbc:soql://user:hush@acme.my.salesforce.com",
                "jdbc:soql://acme.my.salesforce.com/path",
                "jdbc:soql://acme.my.salesforce.com;user=hush",
                "jdbc:soql://h?hush",
                "jdbc:soql://h?=hush",
                "jdbc:soql://h?password=hush%",
                "jdbc:soql://h?password=hush%4",
                "jdbc:soql://h?password=hush%zz",
                "jdbc:soql://h?password=hush%FF"
            })
    void a_broken_url_is_08001_and_its_values_are_not_shown(String url) {
        SQLException refused = assertThrows(SQLException.class, () -> JdbcUrl.parse(url));
        assertEquals("08001", refused.getSQLState());
        assertFalse(refused.getMessage().contains("hush"), refused.getMessage());
    }

    @Test
    void its_text_hides_secrets() throws SQLException {
        String shown = JdbcUrl.parse("jdbc:soql://h?user=u&password=hush&unknown=hush&clientSecret=hush")
                .toString();
        assertTrue(shown.contains("user=u"), shown);
        assertFalse(shown.contains("hush"), shown);
    }
}
