package org.soqljdbc.grammar.soql.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.soqljdbc.grammar.text.Misfit;
import org.soqljdbc.grammar.text.Wording;

/**
 * Says what was found and what would have fitted, in words for people.
 *
 * @param found the word that does not fit
 * @param before the word before it; null at the start of the text
 * @param expected token types that would fit
 * @param open the innermost rule that was being read; null at the start of the text
 */
record Expectation(Token found, Token before, IntervalSet expected, ParserRuleContext open) {

    private static final String END = "the end of the text";
    private static final int CLAUSES_NAMED = 3;

    /** The words that begin a clause, in the order of clauses. */
    private static final Map<Integer, String> CLAUSES = clauses();

    /** Words that are named as they are written. */
    private static final Map<Integer, String> WORDS = words();

    private static Map<Integer, String> clauses() {
        Map<Integer, String> clauses = new LinkedHashMap<>();
        clauses.put(SoqlParser.USING, "USING SCOPE");
        clauses.put(SoqlParser.WHERE, "WHERE");
        clauses.put(SoqlParser.WITH, "WITH");
        clauses.put(SoqlParser.GROUP, "GROUP BY");
        clauses.put(SoqlParser.HAVING, "HAVING");
        clauses.put(SoqlParser.ORDER, "ORDER BY");
        clauses.put(SoqlParser.LIMIT, "LIMIT");
        clauses.put(SoqlParser.OFFSET, "OFFSET");
        clauses.put(SoqlParser.FOR, "FOR VIEW");
        clauses.put(SoqlParser.UPDATE, "UPDATE");
        clauses.put(SoqlParser.SET, "SET OPTIONS");
        clauses.put(SoqlParser.ALL, "ALL ROWS");
        return clauses;
    }

    private static Map<Integer, String> words() {
        Map<Integer, String> words = new LinkedHashMap<>();
        words.put(SoqlParser.SELECT, "SELECT");
        words.put(SoqlParser.COMMA, "','");
        words.put(SoqlParser.FROM, "FROM");
        words.put(SoqlParser.AND, "AND");
        words.put(SoqlParser.OR, "OR");
        words.put(SoqlParser.IN, "IN");
        words.put(SoqlParser.BY, "BY");
        words.put(SoqlParser.ASC, "ASC");
        words.put(SoqlParser.DESC, "DESC");
        words.put(SoqlParser.NULLS, "NULLS FIRST|LAST");
        words.put(SoqlParser.FIRST, "FIRST");
        words.put(SoqlParser.LAST, "LAST");
        words.put(SoqlParser.SCOPE, "SCOPE");
        words.put(SoqlParser.CATEGORY, "CATEGORY");
        words.put(SoqlParser.OPTIONS, "OPTIONS");
        words.put(SoqlParser.ROWS, "ROWS");
        words.put(SoqlParser.WHEN, "WHEN");
        words.put(SoqlParser.THEN, "THEN");
        words.put(SoqlParser.ELSE, "ELSE");
        words.put(SoqlParser.END, "END");
        words.put(SoqlParser.AT, "AT");
        words.put(SoqlParser.ABOVE, "ABOVE");
        words.put(SoqlParser.BELOW, "BELOW");
        words.put(SoqlParser.ABOVE_OR_BELOW, "ABOVE_OR_BELOW");
        words.put(SoqlParser.LEFT, "'('");
        words.put(SoqlParser.RIGHT, "')'");
        return words;
    }

    static Expectation of(Misfit misfit) {
        return new Expectation(misfit.found(), misfit.before(), expected(misfit), misfit.open());
    }

    /** At the start of the text no rule is open that could say. */
    private static IntervalSet expected(Misfit misfit) {
        return misfit.expected().isNil() ? IntervalSet.of(SoqlParser.SELECT) : misfit.expected();
    }

    /** {@code found 'FORM', expected FROM}, and what to do about the mistakes people make most. */
    String problem() {
        return "found " + shown(found) + ", expected " + expectedText()
                + hint().map(text -> ": " + text).orElse("");
    }

    /** A word of the text for a message; a string literal's own quotes are enough. */
    static String shown(Token word) {
        return switch (word.getType()) {
            case Token.EOF -> END;
            case SoqlParser.STRING -> Wording.cut(word.getText());
            default -> Wording.quoted(word.getText());
        };
    }

    private String expectedText() {
        if (expectsAnyWord()) {
            return nameWanted();
        }
        List<String> items = new ArrayList<>();
        if (expects(SoqlParser.EQUAL)) {
            items.add(expects(SoqlParser.IN) ? "an operator (=, !=, <, <=, >, >=, LIKE, IN, ...)" : "'='");
        } else if (expects(SoqlParser.NUMBER) && expects(SoqlParser.NULL)) {
            items.add("a literal");
        } else {
            if (expects(SoqlParser.IDENTIFIER)) {
                items.add(nameWanted());
            }
            if (expects(SoqlParser.NUMBER)) {
                items.add(expects(SoqlParser.STRING) ? "a literal" : "a whole number");
            } else if (expects(SoqlParser.STRING)) {
                items.add("a string in single quotes");
            }
        }
        boolean several = !items.isEmpty();
        WORDS.forEach((type, word) -> {
            // After an operand or a name a parenthesis or a dot may go on with it; nobody needs to be told.
            boolean implied = several && (type == SoqlParser.LEFT || isName(type)) || expects(SoqlParser.EQUAL);
            if (expects(type) && !implied && !(type == SoqlParser.LEFT && expects(SoqlParser.COMMA))) {
                items.add(word);
            }
        });
        addClauses(items);
        if (expects(Token.EOF)) {
            items.add(END);
        }
        return items.isEmpty() ? "nothing more" : Wording.joined(items);
    }

    private void addClauses(List<String> items) {
        // A name or a field's alias may be one of these words: then it is the name that is expected.
        List<String> clauses = CLAUSES.entrySet().stream()
                .filter(clause -> expects(clause.getKey()) && !(isName(clause.getKey()) && !expectsFromAlias()))
                .map(Map.Entry::getValue)
                .toList();
        if (clauses.size() <= CLAUSES_NAMED) {
            items.addAll(clauses);
        } else {
            items.add("a clause (" + String.join(", ", clauses.subList(0, CLAUSES_NAMED)) + ", ...)");
        }
    }

    private boolean expects(int type) {
        return expected.contains(type);
    }

    /** Whether any word fits, whatever it means elsewhere. */
    private boolean expectsAnyWord() {
        return expects(SoqlParser.IDENTIFIER) && expects(SoqlParser.SELECT) && expects(SoqlParser.ASC);
    }

    /** Whether a name of a field or object fits, which LAST can be, rather than an alias, which it cannot. */
    private boolean expectsPlainName() {
        return expects(SoqlParser.IDENTIFIER) && expects(SoqlParser.LAST);
    }

    /** Whether an alias in FROM fits, which can be none of the words that begin a clause. */
    private boolean expectsFromAlias() {
        return expects(SoqlParser.IDENTIFIER) && expects(SoqlParser.WHERE);
    }

    private boolean isName(int type) {
        return expects(SoqlParser.IDENTIFIER)
                && switch (type) {
                    case SoqlParser.GROUP,
                            SoqlParser.ORDER,
                            SoqlParser.BY,
                            SoqlParser.LIMIT,
                            SoqlParser.OFFSET,
                            SoqlParser.FOR,
                            SoqlParser.UPDATE,
                            SoqlParser.SET,
                            SoqlParser.OPTIONS,
                            SoqlParser.ALL,
                            SoqlParser.ROWS,
                            SoqlParser.SCOPE,
                            SoqlParser.CATEGORY,
                            SoqlParser.AT,
                            SoqlParser.ABOVE,
                            SoqlParser.BELOW,
                            SoqlParser.ABOVE_OR_BELOW,
                            SoqlParser.FIRST,
                            SoqlParser.LAST,
                            SoqlParser.WHEN,
                            SoqlParser.THEN,
                            SoqlParser.ELSE,
                            SoqlParser.END -> true;
                    default -> false;
                };
    }

    private String nameWanted() {
        if (open instanceof SoqlParser.CategoryFilterContext) {
            return "a category";
        }
        int previous = before == null ? Token.EOF : before.getType();
        return switch (previous) {
            case SoqlParser.FROM, SoqlParser.WHEN -> "an object name";
            case SoqlParser.SCOPE -> "a scope";
            case SoqlParser.CATEGORY -> "a category group";
            case SoqlParser.FOR -> "VIEW, REFERENCE or UPDATE";
            case SoqlParser.UPDATE -> "TRACKING or VIEWSTAT";
            case SoqlParser.DOT -> "a name";
            default -> expectsPlainName() ? isInFrom() ? "an object name" : "a field name" : "an alias";
        };
    }

    /** Whether the list of FROM goes on here: no later list of the same query has begun. */
    private boolean isInFrom() {
        return open instanceof SoqlParser.QueryContext query
                && query.FROM() != null
                && query.GROUP() == null
                && query.ORDER() == null
                && before.getType() == SoqlParser.COMMA;
    }

    private Optional<String> hint() {
        return switch (found.getType()) {
            case SoqlParser.DOUBLE_QUOTED ->
                Optional.of(
                        expects(SoqlParser.STRING)
                                ? "strings stand in single quotes"
                                : "SOQL knows no double quotes, names stand bare");
            case SoqlParser.STAR -> Optional.ofNullable(hintForStar());
            case SoqlParser.COLON ->
                expects(SoqlParser.QUESTION) ? Optional.of("bind variables are Apex only, use ?") : Optional.empty();
            case SoqlParser.DATE_TIME_WITHOUT_ZONE -> Optional.of("a dateTime ends with Z or an offset such as +01:00");
            case SoqlParser.NOT ->
                expects(SoqlParser.NOT) || before == null
                        ? Optional.empty()
                        : Optional.of("NOT with its condition stands in parentheses here");
            case SoqlParser.DOT ->
                open instanceof SoqlParser.ValueContext
                        ? Optional.of("the right side of a comparison is a literal, never a field")
                        : Optional.empty();
            case SoqlParser.AND, SoqlParser.OR -> Optional.ofNullable(mixture());
            case SoqlParser.AS -> Optional.of("an alias stands without AS");
            case SoqlParser.STRING ->
                before != null && before.getStopIndex() + 1 == found.getStartIndex()
                        ? Optional.of("a quote inside a string is written \\'")
                        : Optional.empty();
            case SoqlParser.LIKE ->
                before != null && before.getType() == SoqlParser.NOT
                        ? Optional.of("NOT stands before the field, (NOT Name LIKE 'A%')")
                        : Optional.empty();
            default -> Optional.ofNullable(hintFor(found)).or(() -> Optional.ofNullable(hintFor(before)));
        };
    }

    private String hintForStar() {
        int previous = before == null ? Token.EOF : before.getType();
        return switch (previous) {
            case SoqlParser.LEFT -> "COUNT() counts rows";
            case SoqlParser.SELECT, SoqlParser.COMMA, SoqlParser.DOT -> "SOQL names its fields, or writes FIELDS(ALL)";
            default -> null;
        };
    }

    /** Why AND or OR does not fit after a condition; null if it is not there that it was found. */
    private String mixture() {
        for (RuleContext rule = open; rule != null; rule = rule.getParent()) {
            if (rule instanceof SoqlParser.ConditionContext condition) {
                return condition.NOT() != null
                        ? "NOT with its condition stands in parentheses beside AND and OR"
                        : "AND and OR on one level need parentheses";
            }
        }
        return null;
    }

    /** The mistake was perhaps made a word earlier: JOIN was taken for an alias. */
    private static String hintFor(Token word) {
        if (word == null || word.getType() != SoqlParser.IDENTIFIER) {
            return null;
        }
        return switch (word.getText().toUpperCase(Locale.ROOT)) {
            case "IS" -> "SOQL writes = NULL and != NULL";
            case "BETWEEN" -> "SOQL writes >= and <=";
            case "JOIN", "INNER" -> "SOQL has no joins, it has relationship paths";
            case "UNION" -> "SOQL has no UNION";
            default -> null;
        };
    }
}
