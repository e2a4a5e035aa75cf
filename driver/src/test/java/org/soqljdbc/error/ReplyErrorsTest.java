package org.soqljdbc.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyErrorsTest {

    private static final String REPLY = "{\"totalSize\":12, \"next\":\"a\\u00e9b\", \"records\":[{\"Id\":\"é\"},[15]]}";

    /** Cut anywhere but inside a word or behind a decimal point, which a tokenizer cannot tell from a misspelling. */
    static Stream<String> cut_replies() {
        return IntStream.range(1, REPLY.length()).mapToObj(end -> REPLY.substring(0, end));
    }

    @ParameterizedTest
    @MethodSource("cut_replies")
    void a_reply_cut_anywhere_is_08006(String cut) {
        SQLException meaning = ReplyErrors.of(failureToRead(cut.getBytes(StandardCharsets.UTF_8)));
        assertEquals("08006", meaning.getSQLState(), meaning.getMessage());
        assertNull(meaning.getCause(), "a tokenizer's exception may quote the reply");
    }

    @Test
    void text_that_is_no_json_is_08p01_at_its_place() {
        SQLException meaning = ReplyErrors.of(failureToRead("{\"a\":\n <html>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("08P01", meaning.getSQLState());
        assertEquals("Salesforce's reply is not JSON, at line 2:2. Check the host in the URL", meaning.getMessage());
    }

    @Test
    void bytes_that_are_no_text_are_08p01() {
        byte[] noText = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
        assertEquals("08P01", ReplyErrors.of(failureToRead(noText)).getSQLState());
    }

    @Test
    void a_carried_exception_comes_out_as_it_is_however_deep() {
        SQLException late = SqlErrors.of(SqlState.TIMED_OUT, "late");
        assertSame(late, ReplyErrors.of(new IOException(new CarriedSqlException(late))));
    }

    @Test
    void a_broken_connection_is_08006_and_keeps_its_cause() {
        IOException broken = new IOException("Connection reset");
        SQLException meaning = ReplyErrors.of(broken);
        assertEquals("08006", meaning.getSQLState());
        assertSame(broken, meaning.getCause());
    }

    private static IOException failureToRead(byte[] reply) {
        return assertThrows(IOException.class, () -> {
            try (JsonParser parser = new JsonFactory().createParser(new ByteArrayInputStream(reply))) {
                while (parser.nextToken() != null) {
                    parser.getValueAsString();
                }
            }
        });
    }
}
