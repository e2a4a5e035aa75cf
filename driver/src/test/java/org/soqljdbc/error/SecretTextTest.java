package org.soqljdbc.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"access_token\":\"hush\",\"id\":\"x\"} | {\"access_token\":\"(hidden)\",\"id\":\"x\"}",
                "{\"refresh_token\" : \"hu\\\"sh\" } | {\"refresh_token\" : \"(hidden)\" }",
                "{\"id_token\":\"cut off in the midd | {\"id_token\":\"(hidden)",
                "grant_type=password&client_secret=hush&x=1 | grant_type=password&client_secret=(hidden)&x=1",
                "password=hush%20hush | password=(hidden)",
                "https://h/x?sid=hush#a | https://h/x?sid=(hidden)",
                "<access_token>hush</access_token> | <access_token>(hidden)</access_token>",
                "Bearer 00Dabcdefghijklmnopqrstuvw | Bearer (hidden)",
                "sid 00D5f000000abcdEAA!AQ.x_y end | sid (hidden) end",
                "see eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrIn0.c2ln now | see (hidden) now",
            })
    void what_is_secret_by_name_or_shape_is_hidden(String text, String shown) {
        assertEquals(shown, SecretText.hide(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Account WHERE Token__c = 'a' AND Password__c != null",
                "{\"passwords\":\"x\",\"Code__c\":\"y\"}",
                "OAuth username-password flows are blocked",
                "Basic authentication is off",
                "id 00D5f000000abcdEAA"
            })
    void what_only_sounds_secret_is_left(String text) {
        assertEquals(text, SecretText.hide(text));
    }

    @Test
    void a_very_long_value_is_hidden_in_bounded_time_and_stack() {
        assertEquals(
                "{\"assertion\":\"(hidden)\"}",
                SecretText.hide("{\"assertion\":\"" + "a.\\\\".repeat(500_000) + "\"}"));
    }
}
