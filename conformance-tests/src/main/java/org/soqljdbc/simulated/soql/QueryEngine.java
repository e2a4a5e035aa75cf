package org.soqljdbc.simulated.soql;

import java.util.List;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.RuleViolation;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.schema.Schema;

/** Answers SOQL as Salesforce does, from the text to the records. */
public final class QueryEngine {

    /** SOQL and SOSL Reference, "SOQL Limits". */
    private static final int MOST_CHARACTERS = 100_000;

    private final Schema schema;
    private final OrgData data;
    private final OrgCalendar calendar;
    private final String userId;

    /** @param userId the user whose records {@code USING SCOPE mine} means */
    public QueryEngine(Schema schema, OrgData data, OrgCalendar calendar, String userId) {
        this.schema = schema;
        this.data = data;
        this.calendar = calendar;
        this.userId = userId;
    }

    /**
     * Answers a query.
     *
     * @param all whether deleted and archived rows are seen (queryAll)
     * @throws Refusal with Salesforce's code and wording
     */
    public Records answer(String soql, boolean all) {
        if (soql.length() > MOST_CHARACTERS) {
            throw new Refusal(
                    "MALFORMED_QUERY", "SOQL statements cannot be longer than " + MOST_CHARACTERS + " characters");
        }
        SoqlText read = read(soql);
        QueryText text = new QueryText(soql, read);
        refuseWhatOnlyReadersKnow(soql, read);
        List<RuleViolation> violations = SoqlRules.violations(read.query());
        if (!violations.isEmpty()) {
            RuleViolation first = violations.get(0);
            throw text.refuse(first.node(), first.errorCode(), first.message());
        }
        return new QueryCompiler(schema, data, calendar, text, all, userId).answer(read.query());
    }

    private static SoqlText read(String soql) {
        try {
            return SoqlReader.read(soql);
        } catch (SyntaxException problem) {
            int at = problem.position().offset();
            if (at < soql.length() && soql.charAt(at) == ':') {
                throw new Refusal("MALFORMED_QUERY", "Bind variables only allowed in Apex code");
            }
            throw QueryText.unexpected(soql, problem);
        }
    }

    /** The reader accepts more than the service: comments, a semicolon, markers, and what only Apex has. */
    private static void refuseWhatOnlyReadersKnow(String soql, SoqlText read) {
        SoqlQuery query = read.query();
        if (read.parameterCount() > 0) {
            throw unexpected("?");
        }
        if (!read.text().equals(soql.strip())) {
            throw unexpected(soql.strip().endsWith(";") ? ";" : "/");
        }
        if (query.allRows()) {
            throw unexpected("ALL");
        }
        if (query.forPurposes().contains(SoqlQuery.ForPurpose.UPDATE)) {
            throw unexpected("UPDATE");
        }
        if (query.with().stream().anyMatch(With.Mode.class::isInstance)) {
            throw unexpected("WITH");
        }
    }

    private static Refusal unexpected(String token) {
        return new Refusal("MALFORMED_QUERY", "unexpected token: '" + token + "'");
    }
}
