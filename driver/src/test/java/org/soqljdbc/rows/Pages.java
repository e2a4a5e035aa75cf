package org.soqljdbc.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.soqljdbc.types.RowValues;

/** Reads whole pages for tests. */
final class Pages {

    private static final JsonFactory JSON = new JsonFactory();

    private Pages() {}

    /** @param paths {@code Owner.Name}; the slots in order */
    static RecordShape shape(String... paths) throws SQLException {
        return RecordShape.of(
                Stream.of(paths).map(path -> List.of(path.split("\\."))).toList());
    }

    static JsonParser parser(String page) {
        return parser(page.getBytes(StandardCharsets.UTF_8));
    }

    static JsonParser parser(byte[] page) {
        try {
            return JSON.createParser(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonParser parser(InputStream page) {
        try {
            return JSON.createParser(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The rows of a page, each value as its text, or null. */
    static List<List<String>> rows(String page, String... paths) throws SQLException {
        return rows(parser(page), shape(paths));
    }

    static List<List<String>> rows(JsonParser parser, RecordShape shape) throws SQLException {
        PageReader reader = PageReader.open(parser, shape);
        RowBuffer row = new RowBuffer(shape.slots());
        List<List<String>> rows = new ArrayList<>();
        while (reader.next(row)) {
            rows.add(texts(row, shape.slots()));
        }
        return rows;
    }

    static List<String> texts(RowValues row, int slots) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            texts.add(row.isNull(slot) ? null : row.textAt(slot).toString());
        }
        return texts;
    }
}
