package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** What holds for any tree and any text. A failing case prints its seed. */
class SoqlPropertiesTest {

    private static final List<String> TEXTS =
            Cases.of("/soql/reads.txt").stream().map(Cases::text).toList();

    @Provide
    Arbitrary<SoqlQuery> queries() {
        return RandomQueries.queries();
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void what_is_written_is_read_again(@ForAll("queries") SoqlQuery query) throws SyntaxException {
        String written = SoqlWriter.write(query);
        SoqlText read = SoqlReader.read(written);
        assertEquals(query, withoutIndexes(read.query()), written);
        assertEquals(written, SoqlWriter.write(read.query()));
        assertEquals(written, read.text());
        SoqlRules.violations(query);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void case_of_letters_outside_strings_decides_nothing(@ForAll("queries") SoqlQuery query) throws SyntaxException {
        String written = SoqlWriter.write(query);
        String lower = outsideStrings(written, text -> text.toLowerCase(Locale.ROOT));
        assertEquals(
                outsideStrings(SoqlWriter.write(SoqlReader.read(lower).query()), text -> text.toUpperCase(Locale.ROOT)),
                outsideStrings(written, text -> text.toUpperCase(Locale.ROOT)));
    }

    @Property(tries = 3000)
    void a_text_cut_short_is_refused_or_read(@ForAll("texts") String text, @ForAll Random random) {
        assertRefusedOrRead(text.substring(0, random.nextInt(text.length() + 1)));
        assertRefusedOrRead(text.substring(random.nextInt(text.length() + 1)));
    }

    @Property(tries = 3000)
    void a_text_with_words_moved_is_refused_or_read(@ForAll("texts") String text, @ForAll Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("(?<=\\W)|(?=\\W)")));
        for (int swap = 0; swap < 3; swap++) {
            Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        }
        assertRefusedOrRead(String.join("", words));
        words.remove(random.nextInt(words.size()));
        assertRefusedOrRead(String.join("", words));
        Collections.shuffle(words, random);
        assertRefusedOrRead(String.join(" ", words));
    }

    @Property(tries = 3000)
    void a_text_with_a_character_changed_is_refused_or_read(
            @ForAll("texts") String text, @ForAll char other, @ForAll Random random) {
        int at = random.nextInt(text.length());
        assertRefusedOrRead(text.substring(0, at) + other + text.substring(at + 1));
    }

    @Property(tries = 1000)
    void any_characters_are_refused_or_read(@ForAll String text) {
        assertRefusedOrRead(text);
        assertRefusedOrRead("SELECT Id FROM A WHERE " + text);
        assertRefusedOrRead("SELECT Id FROM A WHERE x = '" + text + "'");
    }

    @Property(tries = 1000)
    void any_text_is_kept_inside_a_string(@ForAll String text) throws SyntaxException {
        String written = "SELECT Id FROM A WHERE x = " + SoqlWriter.write(new StringLiteral(text)) + " AND y = 1";
        Condition.And where =
                (Condition.And) SoqlReader.read(written).query().where().orElseThrow();
        assertEquals(
                new StringLiteral(text), ((Condition.Comparison) where.terms().get(0)).right());
        assertEquals(2, where.terms().size());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> two = Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.of(TEXTS))
                .as((one, other) -> one + " " + other);
        return Arbitraries.oneOf(Arbitraries.of(TEXTS), two);
    }

    private static void assertRefusedOrRead(String text) {
        try {
            SoqlText read = SoqlReader.read(text);
            SoqlRules.violations(read.query());
            assertEquals(
                    read.query(),
                    SoqlReader.read(SoqlWriter.write(read.query())).query(),
                    text);
        } catch (SyntaxException refused) {
            Position at = refused.position();
            assertTrue(at.line() >= 1 && at.column() >= 1 && at.offset() >= 0 && at.offset() <= text.length(), text);
        }
    }

    /** Changes what stands outside quotes. */
    private static String outsideStrings(String written, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < written.length(); at++) {
            char c = written.charAt(at);
            if (quoted && c == '\\') {
                changed.append(c).append(written.charAt(++at));
            } else if (c == '\'') {
                changed.append(change.apply(piece.toString())).append(c);
                piece.setLength(0);
                quoted = !quoted;
            } else if (quoted) {
                changed.append(c);
            } else {
                piece.append(c);
            }
        }
        return changed.append(change.apply(piece.toString())).toString();
    }

    /** The same tree with the index 0 in every parameter. */
    private static Object withoutIndexes(Object node) {
        if (node instanceof Parameter) {
            return new Parameter(0);
        }
        if (node instanceof List<?> list) {
            return list.stream().map(SoqlPropertiesTest::withoutIndexes).toList();
        }
        if (node instanceof Optional<?> optional) {
            return optional.map(SoqlPropertiesTest::withoutIndexes);
        }
        if (node instanceof Record && node.getClass().getPackage() == SoqlQuery.class.getPackage()) {
            return rebuilt(node);
        }
        return node;
    }

    private static Object rebuilt(Object node) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        try {
            for (int at = 0; at < components.length; at++) {
                values[at] = withoutIndexes(components[at].getAccessor().invoke(node));
            }
            return node.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }
}
