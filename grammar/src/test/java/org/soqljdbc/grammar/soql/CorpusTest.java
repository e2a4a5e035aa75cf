package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.SyntaxException;

/** Texts that others wrote, read in place from the folder of the property {@code reference}. */
class CorpusTest {

    /** One line: the text, and what is noted about it. */
    private record Entry(String text, String note) {}

    @Test
    void every_valid_text_is_read_and_written_back() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries("valid.jsonl")) {
            try {
                SoqlText read = SoqlReader.read(entry.text());
                SoqlQuery again =
                        SoqlReader.read(SoqlWriter.write(read.query())).query();
                if (!again.equals(read.query())) {
                    wrong.add("changed by writing: " + entry.text());
                }
                SoqlQuery stripped = SoqlReader.read(read.text()).query();
                if (!stripped.equals(read.query())) {
                    wrong.add("changed by leaving out comments: " + entry.text());
                }
            } catch (SyntaxException refused) {
                wrong.add(refused.getMessage() + " in " + entry.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_invalid_text_is_refused_as_soql() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries("invalid.jsonl")) {
            try {
                SoqlText read = SoqlReader.read(entry.text());
                // With a marker it is a template for SOQL, and as it stands no SOQL.
                if (SoqlRules.violations(read.query()).isEmpty() && read.parameterCount() == 0) {
                    wrong.add(entry.text() + " (" + entry.note() + ")");
                }
            } catch (SyntaxException expected) {
                assertFalse(expected.problem().isEmpty());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void disputed_texts_are_taken_where_the_notes_advise_it() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries("disputed.jsonl")) {
            boolean advised = entry.note().startsWith("ALL ROWS")
                    || entry.note().startsWith("FOR UPDATE")
                    || entry.note().startsWith("comment") && !entry.text().contains("FORMULA(")
                    || entry.note().startsWith("DISTANCE")
                    || entry.note().startsWith("WITH") && entry.text().contains("(");
            try {
                SoqlReader.read(entry.text());
            } catch (SyntaxException refused) {
                if (advised) {
                    wrong.add(refused.getMessage() + " in " + entry.text());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Entry> entries(String file) throws IOException {
        String reference = System.getProperty("reference", "");
        assumeTrue(!reference.isEmpty(), "no folder of reference data is given: -Dreference=<folder>");
        Path path = Path.of(reference, "soql-corpus", file);
        assumeTrue(Files.exists(path), "there is no " + path);
        List<Entry> entries = new ArrayList<>();
        JsonFactory json = new JsonFactory();
        for (String line : Files.readAllLines(path)) {
            String text = "";
            String note = "";
            try (JsonParser parser = json.createParser(line)) {
                while (parser.nextToken() != null) {
                    if (parser.currentToken() == JsonToken.VALUE_STRING) {
                        switch (parser.currentName()) {
                            case "q" -> text = parser.getText();
                            case "note" -> note = parser.getText();
                            default -> {
                                // Where it was found does not matter here.
                            }
                        }
                    }
                }
            }
            entries.add(new Entry(text, note));
        }
        assertFalse(entries.isEmpty(), path + " is empty");
        return entries;
    }
}
