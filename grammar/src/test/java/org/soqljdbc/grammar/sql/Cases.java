package org.soqljdbc.grammar.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads files of cases. A case is a text of one or more lines and then lines {@code => expected}; a blank line ends it;
 * a line {@code # heading} between cases names what follows.
 */
record Cases(String heading, String text, List<String> expected) {

    static List<Cases> of(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Cases> cases = new ArrayList<>();
            List<String> text = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            String heading = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("=> ")) {
                    expected.add(line.substring("=> ".length()));
                } else if (line.isEmpty()) {
                    finish(cases, heading, text, expected);
                } else if (text.isEmpty() && line.startsWith("# ")) {
                    heading = line.substring(2);
                } else {
                    text.add(line);
                }
            }
            finish(cases, heading, text, expected);
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void finish(List<Cases> cases, String heading, List<String> text, List<String> expected) {
        if (!text.isEmpty()) {
            if (expected.isEmpty()) {
                throw new IllegalStateException("nothing is expected of " + text);
            }
            cases.add(new Cases(heading, String.join("\n", text), List.copyOf(expected)));
        }
        text.clear();
        expected.clear();
    }

    String expectedText() {
        return String.join("\n", expected);
    }

    @Override
    public String toString() {
        return heading + ": " + text;
    }
}
