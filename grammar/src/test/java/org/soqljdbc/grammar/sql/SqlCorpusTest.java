package org.soqljdbc.grammar.sql;

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
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;

/** Texts that others wrote, read in place from the folder of the property {@code reference}. */
class SqlCorpusTest {

    /** One line: the text, and what is noted about it. */
    private record Entry(String text, String note) {}

    @Test
    void texts_noted_as_sql_are_read_and_written_back() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : entries("invalid.jsonl")) {
            if (entry.note().startsWith("sql:")) {
                roundTrip(entry.text(), wrong);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void texts_of_clients_are_read_and_written_back() throws IOException {
        List<String> wrong = new ArrayList<>();
        boolean any = false;
        for (String line : Files.readAllLines(file("clients.md"))) {
            // The texts stand indented by four; those that begin or hold dots leave something out.
            String text = line.strip().replace("\\n", "\n").replace("\\t", "\t").replaceFirst("\\s+-- .*$", "");
            boolean verb = text.matches("(?is)(select|insert|update|delete) .*");
            if (line.startsWith("    ") && verb && !text.contains("...") && !text.contains("<query>")) {
                roundTrip(text, wrong);
                any = true;
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(true, any);
    }

    private static void roundTrip(String text, List<String> wrong) {
        try {
            SqlStatement read = SqlReader.read(text).statement();
            SqlStatement again = SqlReader.read(SqlWriter.write(read)).statement();
            if (!again.equals(read)) {
                wrong.add("changed by writing: " + text);
            }
        } catch (SyntaxException refused) {
            wrong.add(refused.getMessage() + " in " + text);
        }
    }

    private static Path file(String name) {
        String reference = System.getProperty("reference", "");
        assumeTrue(!reference.isEmpty(), "no folder of reference data is given: -Dreference=<folder>");
        Path path = Path.of(reference).resolve(name);
        assumeTrue(Files.exists(path), "there is no " + path);
        return path;
    }

    private static List<Entry> entries(String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        JsonFactory json = new JsonFactory();
        for (String line : Files.readAllLines(file("soql-corpus/" + name))) {
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
        assertFalse(entries.isEmpty(), name + " is empty");
        return entries;
    }
}
