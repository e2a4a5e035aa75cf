package org.soqljdbc.grammar.soql.rules;

import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/**
 * What a well-formed query may still not say, as far as that can be told without an org.
 *
 * <p>The rules are those of the SOQL and SOSL Reference; each method that checks one names its section. Numeric limits
 * that a driver can step round (OFFSET, length of the text) are no rules.
 */
public final class SoqlRules {

    /** SOQL and SOSL Reference, "Relationship Query Limitations": subqueries in one query. */
    private static final int MAX_CHILDREN = 20;

    /** The same: levels of parent and child, the root's included. */
    private static final int MAX_LEVELS = 5;

    private final Findings findings = new Findings();

    private SoqlRules() {}

    /** Every rule that a query breaks; empty for a query that Salesforce may take. */
    public static List<RuleViolation> violations(SoqlQuery query) {
        SoqlRules rules = new SoqlRules();
        rules.outermost(query);
        return rules.findings.all();
    }

    /**
     * Refuses a text whose query breaks a rule.
     *
     * @throws SyntaxException for the first rule broken, with the place of the part that breaks it
     */
    public static void check(SoqlText text) throws SyntaxException {
        List<RuleViolation> violations = violations(text.query());
        if (!violations.isEmpty()) {
            RuleViolation first = violations.get(0);
            Position position = text.positionOf(first.node())
                    .or(() -> text.positionOf(text.query()))
                    .orElse(new Position(1, 1, 0));
            throw new SyntaxException(position, first.message());
        }
    }

    /**
     * The clauses of a query that only Apex knows, as SOQL spells them ({@code ALL ROWS}); the REST API refuses them or
     * has another way to say the same. They break no rule.
     */
    public static List<String> apexOnlyClauses(SoqlQuery query) {
        List<String> clauses = new ArrayList<>();
        for (With with : query.with()) {
            if (with instanceof With.Mode mode) {
                clauses.add("WITH " + mode.name());
            }
        }
        if (query.forPurposes().contains(SoqlQuery.ForPurpose.UPDATE)) {
            clauses.add("FOR UPDATE");
        }
        if (query.allRows()) {
            clauses.add("ALL ROWS");
        }
        return List.copyOf(clauses);
    }

    private void outermost(SoqlQuery query) {
        records(query, 1);
        List<SelectItem.Child> children = children(query);
        if (children.size() > MAX_CHILDREN) {
            findings.malformed(
                    "A query has at most " + MAX_CHILDREN + " subqueries, this one has " + children.size(),
                    children.get(MAX_CHILDREN));
        }
    }

    private void records(SoqlQuery query, int level) {
        QueryNames names = new QueryNames(query);
        new SelectRules(query, names, findings).check();
        new GroupingRules(query, names, findings).check();
        new FunctionRules(query, findings).check();
        new ConditionRules(query, names, findings).check(level == 1);
        boolean aggregate = query.isAggregate();
        query.select().forEach(item -> {
            if (item instanceof SelectItem.Child child) {
                child(child, aggregate, level + 1);
            }
        });
    }

    /** SOQL and SOSL Reference, "Using Relationship Queries" and "GROUP BY". */
    private void child(SelectItem.Child child, boolean ofAggregate, int level) {
        if (level > MAX_LEVELS) {
            findings.malformed("Subqueries reach at most " + MAX_LEVELS + " levels, the root's included", child);
            return;
        }
        if (ofAggregate) {
            findings.malformed("A query that is grouped or aggregated cannot have subqueries", child);
        }
        if (child.query().isAggregate()) {
            findings.malformed("only root queries support aggregate expressions", child);
        }
        if (child.query().scope().isPresent()) {
            findings.malformed("A subquery cannot have USING SCOPE", child);
        }
        records(child.query(), level);
    }

    private static List<SelectItem.Child> children(SoqlQuery query) {
        List<SelectItem.Child> children = new ArrayList<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Child child) {
                children.add(child);
                children.addAll(children(child.query()));
            }
        }
        return children;
    }
}
