package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;

/** Letters and digits are those of SOQL, whatever the language of the machine. */
class SoqlLocaleTest {

    private Locale before;

    @BeforeEach
    void remember_the_locale() {
        before = Locale.getDefault();
    }

    @AfterEach
    void restore_the_locale() {
        Locale.setDefault(before);
    }

    /** Turkish has i with and without dot; the others have digits of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    void reading_and_writing_ignore_the_locale(String tag) throws SyntaxException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        String text =
                "select id, distance(l, geolocation(1, 2), 'mi') i from account where industry in ('i', 'I', '\u0130')"
                        + " and x includes ('i') and y like 'i' and z = 2024-01-31t10:00:00z and t = 10:00:00.5z"
                        + " and d > last_n_fiscal_quarters:3 and c = '\\u0007'"
                        + " with data category i above_or_below i limit 10 for view update viewstat";
        String written = "SELECT id, DISTANCE(l, GEOLOCATION(1, 2), 'mi') i FROM account"
                + " WHERE industry IN ('i', 'I', '\u0130') AND x INCLUDES ('i') AND y LIKE 'i'"
                + " AND z = 2024-01-31T10:00:00.000Z AND t = 10:00:00.500Z AND d > LAST_N_FISCAL_QUARTERS:3"
                + " AND c = '\\u0007' WITH DATA CATEGORY i ABOVE_OR_BELOW i LIMIT 10 FOR VIEW UPDATE VIEWSTAT";
        SoqlQuery query = SoqlReader.read(text).query();
        assertEquals(written, SoqlWriter.write(query));
        assertEquals(query, SoqlReader.read(written).query());
    }
}
