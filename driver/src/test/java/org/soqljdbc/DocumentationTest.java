package org.soqljdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;

/** What the README and docs say, as far as a test can tell. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final String BEGIN = "<!-- properties:begin -->\n";
    private static final String END = "<!-- properties:end -->";

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<String> found(Path page, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(page));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> every_url_shown_is_understood() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            for (String url : found(page, "(jdbc:soql://[^\\s`\"\\[\\]]*)(?=[\\s`\"])")) {
                tests.add(dynamicTest(page.getFileName() + ": " + url, () -> assertUnderstood(url)));
            }
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void assertUnderstood(String url) throws SQLException {
        assertEquals(List.of(), Settings.of(url, new Properties()).warnings());
    }

    /** The table is written anew by {@code mvn test -pl driver -am -Dtest=DocumentationTest -Dreadme=write}. */
    @Test
    void the_readme_has_the_table_of_properties() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertTrue(begin >= BEGIN.length() && end >= begin, "README.md has no place for the table of properties");
        if ("write".equals(System.getProperty("readme"))) {
            Files.writeString(readme, text.substring(0, begin) + ConnectionProperties.markdown() + text.substring(end));
        } else {
            assertEquals(ConnectionProperties.markdown(), text.substring(begin, end));
        }
    }

    @Test
    void every_link_between_pages_leads_somewhere() throws IOException {
        for (Path page : pages()) {
            for (String link : found(page, "\\]\\(([^)#:]+)[^):]*\\)")) {
                assertTrue(Files.exists(page.resolveSibling(link)), page + " links to " + link);
            }
        }
    }

    @Test
    void the_architecture_page_lists_the_packages_there_are() throws IOException {
        Path sources = Path.of("src", "main", "java", "org", "soqljdbc");
        TreeSet<String> built = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString())
                    .filter(name -> !name.isEmpty())
                    .map(name -> name.replace('\\', '/').replace('/', '.'))
                    .forEach(built::add);
        }
        TreeSet<String> listed =
                new TreeSet<>(found(ROOT.resolve("docs").resolve("architecture.md"), "^\\| `([a-z.]+)` \\| .* \\|$"));
        listed.removeAll(List.of("grammar", "driver", "bundle", "benchmarks"));
        // Named in the row of their parent.
        listed.add("metadata.facts");
        assertEquals(built, listed);
    }
}
