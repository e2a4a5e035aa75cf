package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.soqljdbc.grammar.text.Misfit;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.Wording;

/**
 * Says what was found and what would have fitted, in words for people.
 *
 * @param found the word that does not fit
 * @param before the word before it; null at the start of the text
 * @param around the text where it was found
 * @param expected token types that would fit
 * @param open the innermost rule that was being read; null at the start of the text
 */
record Expectation(Token found, Token before, WordsAround around, IntervalSet expected, ParserRuleContext open) {

    private static final String END = "the end of the text";
    private static final int CLAUSES_NAMED = 3;
    private static final String COMMAS = "a comma stands between two items";

    /** The words that begin a clause, in the order of clauses. */
    private static final Map<Integer, String> CLAUSES = clauses();

    /** Words that are named as they are written. */
    private static final Map<Integer, String> WORDS = words();

    private static Map<Integer, String> clauses() {
        Map<Integer, String> clauses = new LinkedHashMap<>();
        clauses.put(SqlParser.JOIN, "JOIN");
        clauses.put(SqlParser.WHERE, "WHERE");
        clauses.put(SqlParser.GROUP, "GROUP BY");
        clauses.put(SqlParser.HAVING, "HAVING");
        clauses.put(SqlParser.UNION, "UNION");
        clauses.put(SqlParser.ORDER, "ORDER BY");
        clauses.put(SqlParser.LIMIT, "LIMIT");
        clauses.put(SqlParser.OFFSET, "OFFSET");
        clauses.put(SqlParser.RETURNING, "RETURNING");
        return clauses;
    }

    private static Map<Integer, String> words() {
        Map<Integer, String> words = new LinkedHashMap<>();
        words.put(SqlParser.RPAREN, "')'");
        words.put(SqlParser.LPAREN, "'('");
        words.put(SqlParser.QUERY_LPAREN, "a query in parentheses");
        words.put(SqlParser.RBRACE, "'}'");
        words.put(SqlParser.STRING, "a string in single quotes");
        words.put(SqlParser.NUMBER, "a whole number");
        words.put(SqlParser.COMMA, "','");
        words.put(SqlParser.SELECT, "SELECT");
        words.put(SqlParser.VALUES, "VALUES");
        words.put(SqlParser.FROM, "FROM");
        words.put(SqlParser.INTO, "INTO");
        words.put(SqlParser.SET, "SET");
        words.put(SqlParser.SESSION, "SESSION");
        words.put(SqlParser.ON, "ON");
        words.put(SqlParser.USING, "USING");
        words.put(SqlParser.BY, "BY");
        words.put(SqlParser.ASC, "ASC");
        words.put(SqlParser.DESC, "DESC");
        words.put(SqlParser.NULLS, "NULLS FIRST|LAST");
        words.put(SqlParser.FIRST, "FIRST");
        words.put(SqlParser.LAST, "LAST");
        words.put(SqlParser.WHEN, "WHEN");
        words.put(SqlParser.MATCHED, "MATCHED");
        words.put(SqlParser.THEN, "THEN");
        words.put(SqlParser.ELSE, "ELSE");
        words.put(SqlParser.END, "END");
        words.put(SqlParser.FOR, "FOR");
        words.put(SqlParser.PLACING, "PLACING");
        words.put(SqlParser.NULL, "NULL");
        words.put(SqlParser.TRUE, "TRUE");
        words.put(SqlParser.FALSE, "FALSE");
        words.put(SqlParser.ROWS, "ROWS");
        words.put(SqlParser.ONLY, "ONLY");
        words.put(SqlParser.PRECEDING, "PRECEDING");
        words.put(SqlParser.FOLLOWING, "FOLLOWING");
        words.put(SqlParser.UPDATE, "UPDATE");
        words.put(SqlParser.DELETE, "DELETE");
        words.put(SqlParser.INSERT, "INSERT");
        words.put(SqlParser.AS, "AS");
        words.put(SqlParser.IN, "IN");
        words.put(SqlParser.LIKE, "LIKE");
        words.put(SqlParser.BETWEEN, "BETWEEN");
        words.put(SqlParser.CALL, "CALL");
        words.put(SqlParser.DOT, "'.'");
        return words;
    }

    /** @param words all words of the text; each knows its index */
    static Expectation of(Misfit misfit, List<? extends Token> words) {
        WordsAround around = new WordsAround(words, misfit.found());
        return new Expectation(misfit.found(), misfit.before(), around, expected(misfit), misfit.open());
    }

    /** At the start of the text no rule is open that could say. */
    private static IntervalSet expected(Misfit misfit) {
        return misfit.expected().isNil() ? IntervalSet.of(SqlParser.SELECT) : misfit.expected();
    }

    /** {@code found 'FORM', expected FROM}, and what to do about the mistakes people make most. */
    String problem() {
        return "found " + shown(found) + ", expected " + expectedText()
                + hint().map(text -> ": " + text).orElse("");
    }

    /** A word of the text for a message; the quotes of a string or name are enough. */
    static String shown(Token word) {
        return switch (word.getType()) {
            case Token.EOF -> END;
            case SqlParser.STRING, SqlParser.QUOTED, SqlParser.NATIONAL_STRING, SqlParser.BINARY_STRING ->
                Wording.cut(word.getText());
            default -> Wording.quoted(word.getText());
        };
    }

    private String expectedText() {
        if (open == null || expects(SqlParser.SELECT) && expects(SqlParser.UPDATE)) {
            return "a statement (SELECT, INSERT, UPDATE, UPSERT, DELETE, ...)";
        }
        if (found.getType() == Token.EOF && expects(SqlParser.RPAREN)) {
            Optional<Token> opened = around.openParenthesis();
            if (opened.isPresent()) {
                Position position = SqlTokens.position(opened.get());
                return "')' for the '(' of line " + position.line() + ":" + position.column();
            }
        }
        List<String> items = new ArrayList<>();
        boolean expression = expects(SqlParser.IDENTIFIER) && expects(SqlParser.NUMBER) && expects(SqlParser.CASE);
        if (expression) {
            items.add("an expression");
        } else if (expects(SqlParser.IDENTIFIER)) {
            items.add(nameWanted());
        }
        addOperators(items);
        WORDS.forEach((type, word) -> {
            if (expects(type) && !implied(type, expression)) {
                items.add(word);
            }
        });
        if (!expects(SqlParser.FROM) && !expression) {
            addClauses(items);
        }
        if (expects(Token.EOF) && !expects(SqlParser.FROM)) {
            items.add(END);
        }
        return items.isEmpty() ? "nothing more" : Wording.joined(items);
    }

    private void addOperators(List<String> items) {
        // Where an alias or a direction may stand, the expression before it is taken for complete.
        boolean complete = expects(SqlParser.AS) && expects(SqlParser.IDENTIFIER) || expects(SqlParser.ASC);
        if (expects(SqlParser.EQUAL) && !complete) {
            boolean several = expects(SqlParser.LESS);
            items.add(several ? "an operator (=, <>, <, LIKE, IN, IS NULL, ...)" : "'='");
        } else if (expects(SqlParser.AND) && !complete) {
            items.add("AND");
        }
        if (expects(SqlParser.OR) && !expects(SqlParser.EQUAL) && !complete) {
            items.add("OR");
        }
    }

    /** Words that fit but that nobody needs to be told. */
    private boolean implied(int type, boolean expression) {
        if (expression) {
            return type != SqlParser.RPAREN && type != SqlParser.VALUES && type != SqlParser.SELECT;
        }
        boolean name = expects(SqlParser.IDENTIFIER);
        return switch (type) {
            // These are names too.
            case SqlParser.SESSION,
                    SqlParser.BY,
                    SqlParser.FIRST,
                    SqlParser.LAST,
                    SqlParser.NULLS,
                    SqlParser.MATCHED,
                    SqlParser.ROWS,
                    SqlParser.ONLY,
                    SqlParser.PRECEDING,
                    SqlParser.FOLLOWING -> name;
            // A path, a call or a list may go on.
            case SqlParser.DOT -> true;
            case SqlParser.LPAREN -> name || expects(SqlParser.COMMA) || expects(SqlParser.EQUAL);
            case SqlParser.QUERY_LPAREN -> name || expects(SqlParser.SELECT) || expects(SqlParser.LPAREN);
            case SqlParser.STRING -> name || expects(SqlParser.NUMBER);
            // A number is always a parameter too; beside commas it belongs to an expression.
            case SqlParser.NUMBER -> !expects(SqlParser.QUESTION) && expects(SqlParser.COMMA);
            case SqlParser.AS -> name;
            case SqlParser.IN, SqlParser.LIKE, SqlParser.BETWEEN -> expects(SqlParser.EQUAL);
            case SqlParser.ON, SqlParser.USING, SqlParser.SET -> name && expects(SqlParser.JOIN);
            default -> false;
        };
    }

    private void addClauses(List<String> items) {
        List<String> clauses = CLAUSES.entrySet().stream()
                .filter(clause -> expects(clause.getKey()))
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

    private String nameWanted() {
        if (before != null && before.getType() == SqlParser.AS) {
            return open instanceof SqlParser.PrimaryContext ? "a type" : "an alias";
        }
        if (expects(SqlParser.AS)) {
            return "an alias";
        }
        int previous = before == null ? Token.EOF : before.getType();
        return switch (previous) {
            case SqlParser.FROM, SqlParser.JOIN, SqlParser.INTO, SqlParser.UPDATE -> "a table name";
            case SqlParser.COMMA -> open instanceof SqlParser.SelectContext ? "a table name" : "a name";
            case SqlParser.SET -> "a column name";
            case SqlParser.CALL, SqlParser.CALL_BRACE -> "a procedure name";
            default -> "a name";
        };
    }

    private Optional<String> hint() {
        return Optional.ofNullable(hintForFound());
    }

    private String hintForFound() {
        int type = found.getType();
        int previous = before == null ? Token.EOF : before.getType();
        if (previous == SqlParser.SEMICOLON) {
            return "one statement at a time";
        }
        return switch (type) {
            case SqlParser.COLON, SqlParser.OTHER -> hintForSign();
            case SqlParser.EQUAL -> hintForEqual(previous);
            case SqlParser.QUERY_LPAREN ->
                previous == SqlParser.IDENTIFIER || previous == SqlParser.WORD_AS_NAME
                        ? "a query as an argument stands in parentheses of its own"
                        : null;
            case SqlParser.LPAREN ->
                before != null && SqlWords.isName(previous) && !expects(SqlParser.LPAREN)
                        ? "the name of a function is one word without quotes"
                        : null;
            case SqlParser.STRING -> expects(SqlParser.IDENTIFIER) ? "names stand in double quotes" : null;
            case SqlParser.OTHER_BRACE, SqlParser.LBRACE ->
                "the JDBC escapes are {d}, {t}, {ts}, {fn}, {oj}, {escape}, {limit} and {call}";
            case SqlParser.DATE_TIME_WITHOUT_ZONE ->
                "a bare dateTime ends with Z or an offset, without zone it is TIMESTAMP '...'";
            case SqlParser.RPAREN ->
                previous == SqlParser.COMMA
                        ? COMMAS
                        : around.openParenthesis().isEmpty() ? "no parenthesis is open here" : null;
            case SqlParser.FROM -> previous == SqlParser.COMMA ? COMMAS : hintForWord();
            case SqlParser.WHERE -> late("WHERE", SqlParser.GROUP, SqlParser.HAVING, SqlParser.ORDER, SqlParser.LIMIT);
            case SqlParser.GROUP -> late("GROUP BY", SqlParser.HAVING, SqlParser.ORDER, SqlParser.LIMIT);
            case SqlParser.ORDER -> late("ORDER BY", SqlParser.LIMIT, SqlParser.OFFSET, SqlParser.FETCH);
            case SqlParser.ON ->
                around.follows(Set.of(SqlParser.INSERT)) && !expects(SqlParser.ON)
                        ? "what is there already is updated by UPSERT INTO ... ON an external id"
                        : hintForWord();
            case SqlParser.USING -> soqlsOwn("USING SCOPE");
            case SqlParser.WITH -> soqlsOwn("WITH behind FROM");
            case SqlParser.FOR -> soqlsOwn("FOR VIEW or REFERENCE");
            case SqlParser.ALL ->
                around.next() == SqlParser.ROWS
                        ? "deleted rows are seen with the connection property queryAll=true"
                        : hintForWord();
            default -> hintForWord();
        };
    }

    /** A clause of SOQL, which is not in our SQL. */
    private String soqlsOwn(String clause) {
        return around.follows(Set.of(SqlParser.FROM)) && expects(Token.EOF)
                ? clause
                        + " is SOQL's own, and needs a statement that is SOQL in every part: no *, no AS, no quoted names"
                : hintForWord();
    }

    /** A clause that comes after others which it should precede. */
    private String late(String clause, Integer... others) {
        return around.follows(Set.of(others))
                ? clause + " stands before "
                        + Wording.joined(Arrays.stream(others)
                                .filter(other -> around.follows(Set.of(other)))
                                .map(other -> CLAUSES.getOrDefault(other, "FETCH"))
                                .toList())
                : hintForWord();
    }

    private static String hintForEqual(int previous) {
        return switch (previous) {
            case SqlParser.EQUAL -> "equality is written =";
            case SqlParser.NOT -> "not equal is written <>";
            default -> null;
        };
    }

    private String hintForWord() {
        boolean perhapsName = isWord(found.getType()) && expects(SqlParser.IDENTIFIER) && endsName();
        return !perhapsName ? null : found.getText() + " is a word of SQL, as a name it stands in double quotes";
    }

    private String hintForSign() {
        return switch (found.getText()) {
            case ":", "@", "$", "#" -> expects(SqlParser.QUESTION) ? "a parameter is written ?" : null;
            case "!" -> "not is written NOT";
            default -> null;
        };
    }

    /** Whether what comes after the word found would fit after a name. */
    private boolean endsName() {
        return switch (around.next()) {
            case Token.EOF,
                    SqlParser.COMMA,
                    SqlParser.RPAREN,
                    SqlParser.FROM,
                    SqlParser.EQUAL,
                    SqlParser.NOT_EQUAL,
                    SqlParser.LESS,
                    SqlParser.GREATER,
                    SqlParser.IS,
                    SqlParser.AND,
                    SqlParser.OR,
                    SqlParser.WHERE -> true;
            default -> false;
        };
    }

    private static boolean isWord(int type) {
        return type >= SqlParser.SELECT && type <= SqlParser.ZONE;
    }
}
