package org.soqljdbc.grammar.sql.reader;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells by its neighbours whether a word of SQL is meant as one or is a name: Salesforce has objects Order, Group and
 * Case, and columns and aliases are called Date, Position or Limit.
 */
final class SqlWords {

    private static final int FIRST_WORD = SqlLexer.SELECT;
    private static final int LAST_WORD = SqlLexer.ZONE;
    private static final int FIRST_PLAIN_WORD = SqlLexer.BY;

    /** After these a name or an expression begins; no clause can. */
    private static final BitSet BEFORE_OPERAND = set(
            SqlLexer.SELECT,
            SqlLexer.DISTINCT,
            SqlLexer.FROM,
            SqlLexer.JOIN,
            SqlLexer.INTO,
            SqlLexer.UPDATE,
            SqlLexer.USING,
            SqlLexer.SET,
            SqlLexer.WHERE,
            SqlLexer.AND,
            SqlLexer.OR,
            SqlLexer.NOT,
            SqlLexer.ON,
            SqlLexer.HAVING,
            SqlLexer.CASE,
            SqlLexer.WHEN,
            SqlLexer.THEN,
            SqlLexer.ELSE,
            SqlLexer.BETWEEN,
            SqlLexer.IN,
            SqlLexer.LIKE,
            SqlLexer.ILIKE,
            SqlLexer.ESCAPE,
            SqlLexer.FOR,
            SqlLexer.PLACING,
            SqlLexer.BOTH,
            SqlLexer.LEADING,
            SqlLexer.TRAILING,
            SqlLexer.SYMMETRIC,
            SqlLexer.ASYMMETRIC,
            SqlLexer.RETURNING,
            SqlLexer.TYPEOF,
            SqlLexer.FN_BRACE,
            SqlLexer.OJ_BRACE,
            SqlLexer.COMMA,
            SqlLexer.LPAREN,
            SqlLexer.EQUAL,
            SqlLexer.NOT_EQUAL,
            SqlLexer.LESS,
            SqlLexer.LESS_OR_EQUAL,
            SqlLexer.GREATER,
            SqlLexer.GREATER_OR_EQUAL,
            SqlLexer.PLUS,
            SqlLexer.DASH,
            SqlLexer.STAR,
            SqlLexer.SLASH,
            SqlLexer.PERCENT,
            SqlLexer.CONCAT);

    /** None of these can follow the word CASE of an expression. */
    private static final BitSet NEVER_AFTER_CASE = set(
            Token.EOF,
            SqlLexer.SEMICOLON,
            SqlLexer.COMMA,
            SqlLexer.RPAREN,
            SqlLexer.FROM,
            SqlLexer.WHERE,
            SqlLexer.GROUP,
            SqlLexer.ORDER,
            SqlLexer.HAVING,
            SqlLexer.LIMIT,
            SqlLexer.JOIN,
            SqlLexer.INNER,
            SqlLexer.LEFT,
            SqlLexer.ON,
            SqlLexer.SET,
            SqlLexer.UNION,
            SqlLexer.AND,
            SqlLexer.OR,
            SqlLexer.AS,
            SqlLexer.ASC,
            SqlLexer.DESC,
            SqlLexer.IS,
            SqlLexer.IN,
            SqlLexer.LIKE,
            SqlLexer.BETWEEN,
            SqlLexer.EQUAL,
            SqlLexer.NOT_EQUAL,
            SqlLexer.LESS,
            SqlLexer.LESS_OR_EQUAL,
            SqlLexer.GREATER,
            SqlLexer.GREATER_OR_EQUAL,
            SqlLexer.SLASH,
            SqlLexer.PERCENT,
            SqlLexer.CONCAT);

    /** After an alias one of these goes on; GROUP and ORDER go on with BY. */
    private static final BitSet AFTER_ALIAS = set(
            SqlLexer.COMMA, SqlLexer.RPAREN, SqlLexer.FROM, SqlLexer.WHERE, SqlLexer.JOIN, SqlLexer.ON, SqlLexer.SET);

    private static final BitSet COMPARISONS = set(
            SqlLexer.EQUAL,
            SqlLexer.NOT_EQUAL,
            SqlLexer.LESS,
            SqlLexer.LESS_OR_EQUAL,
            SqlLexer.GREATER,
            SqlLexer.GREATER_OR_EQUAL);

    private static final Set<String> BEFORE_VARYING = Set.of("CHARACTER", "CHAR", "BINARY", "NCHAR");

    private static final Map<String, Integer> TYPE_BY_WORD = typeByWord();

    private final List<CommonToken> words;

    private SqlWords(List<CommonToken> words) {
        this.words = words;
    }

    private static BitSet set(int... types) {
        BitSet set = new BitSet();
        for (int type : types) {
            // The end of the text is -1.
            set.set(type + 1);
        }
        return set;
    }

    private static Map<String, Integer> typeByWord() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = FIRST_WORD; type <= LAST_WORD; type++) {
            types.put(SqlLexer.VOCABULARY.getSymbolicName(type), type);
        }
        return types;
    }

    /** Gives each word its final type. */
    static void settle(List<CommonToken> words) {
        new SqlWords(words).settleAll();
    }

    /** Whether a name of these letters needs quotes to be read as a name everywhere. */
    static boolean needsQuotes(String name) {
        int type = TYPE_BY_WORD.getOrDefault(name.toUpperCase(Locale.ROOT), Token.INVALID_TYPE);
        return type != Token.INVALID_TYPE && type < FIRST_PLAIN_WORD && !isTimeWord(type);
    }

    private void settleAll() {
        for (int at = 0; at < words.size(); at++) {
            int type = typeAt(at);
            if (isWord(type) && isName(at, type)) {
                boolean plain = type >= FIRST_PLAIN_WORD || isTimeWord(type);
                words.get(at).setType(plain ? SqlLexer.IDENTIFIER : SqlLexer.WORD_AS_NAME);
            }
        }
    }

    private boolean isName(int at, int type) {
        int before = typeAt(at - 1);
        int after = typeAt(at + 1);
        if (before == SqlLexer.DOT) {
            // In "SELECT a. FROM t" the name is missing.
            boolean clause = type == SqlLexer.FROM || type == SqlLexer.WHERE;
            return !clause
                    || words.get(at - 1).getStopIndex() + 1 == words.get(at).getStartIndex();
        }
        if (after == SqlLexer.DOT) {
            return true;
        }
        if (before == SqlLexer.AS) {
            return type != SqlLexer.SELECT && type != SqlLexer.FROM && type != SqlLexer.WHERE;
        }
        boolean operand = in(BEFORE_OPERAND, before) || before == SqlLexer.BY && isListBegin(typeAt(at - 2));
        boolean beforeParenthesis = after == SqlLexer.LPAREN;
        return switch (type) {
            case SqlLexer.GROUP, SqlLexer.ORDER -> after != SqlLexer.BY && (operand || in(AFTER_ALIAS, after));
            case SqlLexer.LIMIT, SqlLexer.OFFSET ->
                operand && after != SqlLexer.NUMBER && after != SqlLexer.QUESTION && after != SqlLexer.ALL;
            case SqlLexer.WINDOW, SqlLexer.WITHOUT, SqlLexer.MINUS, SqlLexer.PRECISION, SqlLexer.VARYING ->
                !isClause(at, type);
            case SqlLexer.FETCH -> after != SqlLexer.FIRST && after != SqlLexer.NEXT;
            case SqlLexer.CASE -> in(NEVER_AFTER_CASE, after) && !isOperandOfCase(at + 1);
            case SqlLexer.LEFT, SqlLexer.RIGHT ->
                beforeParenthesis || operand && after != SqlLexer.JOIN && after != SqlLexer.OUTER;
            case SqlLexer.DATE, SqlLexer.TIME, SqlLexer.TIMESTAMP ->
                after != SqlLexer.STRING && !(type == SqlLexer.TIME && after == SqlLexer.ZONE);
            case SqlLexer.INTERVAL -> after != SqlLexer.STRING && after != SqlLexer.NUMBER;
            case SqlLexer.CAST,
                    SqlLexer.EXTRACT,
                    SqlLexer.SUBSTRING,
                    SqlLexer.TRIM,
                    SqlLexer.POSITION,
                    SqlLexer.OVERLAY,
                    SqlLexer.EXISTS,
                    SqlLexer.ROLLUP,
                    SqlLexer.CUBE,
                    SqlLexer.LATERAL -> !beforeParenthesis || before == SqlLexer.INTO;
            case SqlLexer.GROUPING -> after != SqlLexer.SETS;
            case SqlLexer.ANY, SqlLexer.SOME -> !(beforeParenthesis && in(COMPARISONS, before));
            case SqlLexer.VALUES -> operand && !beforeParenthesis;
            case SqlLexer.TOP ->
                !((before == SqlLexer.SELECT || before == SqlLexer.DISTINCT || before == SqlLexer.ALL)
                        && (after == SqlLexer.NUMBER || after == SqlLexer.QUESTION || beforeParenthesis));
            case SqlLexer.OVER ->
                !((before == SqlLexer.RPAREN || before == SqlLexer.NULLS) && (beforeParenthesis || isName(after)));
            case SqlLexer.FILTER -> !((before == SqlLexer.RPAREN || before == SqlLexer.NULLS) && beforeParenthesis);
            case SqlLexer.WITHIN -> after != SqlLexer.GROUP;
            case SqlLexer.IGNORE, SqlLexer.RESPECT -> !(before == SqlLexer.RPAREN && after == SqlLexer.NULLS);
            case SqlLexer.PARTITION -> after != SqlLexer.BY;
            case SqlLexer.SYMMETRIC, SqlLexer.ASYMMETRIC -> before != SqlLexer.BETWEEN;
            case SqlLexer.UNBOUNDED -> after != SqlLexer.PRECEDING && after != SqlLexer.FOLLOWING;
            case SqlLexer.BOTH, SqlLexer.LEADING, SqlLexer.TRAILING ->
                !(before == SqlLexer.LPAREN && typeAt(at - 2) == SqlLexer.TRIM);
            case SqlLexer.TYPEOF -> !beginsTypeOf(at);
            case SqlLexer.INSERT,
                    SqlLexer.UPDATE,
                    SqlLexer.DELETE,
                    SqlLexer.UPSERT,
                    SqlLexer.MERGE,
                    SqlLexer.CALL,
                    SqlLexer.EXPLAIN -> !beginsCommand(at);
            default -> false;
        };
    }

    /** Whether a word that could begin a clause after a name is a name or function itself. */
    private boolean isOperandOfCase(int at) {
        int after = typeAt(at + 1);
        return switch (typeAt(at)) {
            case SqlLexer.GROUP, SqlLexer.ORDER -> after != SqlLexer.BY;
            case SqlLexer.LEFT -> after != SqlLexer.JOIN && after != SqlLexer.OUTER;
            case SqlLexer.LIMIT -> after != SqlLexer.NUMBER && after != SqlLexer.QUESTION;
            default -> false;
        };
    }

    /** Whether a rare word stands as SQL has it. */
    private boolean isClause(int at, int type) {
        int after = typeAt(at + 1);
        return switch (type) {
            case SqlLexer.WINDOW -> typeAt(at + 2) == SqlLexer.AS;
            case SqlLexer.WITHOUT -> after == SqlLexer.TIME;
            case SqlLexer.MINUS ->
                after == SqlLexer.SELECT
                        || after == SqlLexer.LPAREN
                        || after == SqlLexer.ALL
                        || after == SqlLexer.DISTINCT
                        || after == SqlLexer.VALUES;
            case SqlLexer.PRECISION -> before(at).equals("DOUBLE");
            default -> BEFORE_VARYING.contains(before(at));
        };
    }

    /** The word before, in capitals. */
    private String before(int at) {
        return at == 0 ? "" : words.get(at - 1).getText().toUpperCase(Locale.ROOT);
    }

    private boolean beginsCommand(int at) {
        int before = typeAt(at - 1);
        return at == 0
                || before == SqlLexer.EXPLAIN
                || before == SqlLexer.THEN && isMerge()
                || before == SqlLexer.EQUAL && typeAt(at - 2) == SqlLexer.QUESTION && typeAt(at - 3) == SqlLexer.LBRACE;
    }

    /** Whether a path follows, perhaps of words that are names. */
    private boolean beginsTypeOf(int at) {
        int after = typeAt(at + 1);
        int next = typeAt(at + 2);
        return after == SqlLexer.IDENTIFIER
                || after == SqlLexer.QUOTED
                || isWord(after) && (next == SqlLexer.DOT || next == SqlLexer.WHEN);
    }

    /** Whether verbs stand inside the statement. */
    private boolean isMerge() {
        return typeAt(0) == SqlLexer.MERGE || typeAt(0) == SqlLexer.EXPLAIN && typeAt(1) == SqlLexer.MERGE;
    }

    /** Whether BY after it begins a list; elsewhere BY is a name. */
    private static boolean isListBegin(int type) {
        return type == SqlLexer.GROUP || type == SqlLexer.ORDER || type == SqlLexer.PARTITION;
    }

    /** Whether a word of a type can be a name without more ado, once it is settled. */
    static boolean isName(int type) {
        return type == SqlLexer.IDENTIFIER
                || type == SqlLexer.WORD_AS_NAME
                || type == SqlLexer.QUOTED
                || isWord(type) && type >= FIRST_PLAIN_WORD
                || isTimeWord(type);
    }

    private static boolean isWord(int type) {
        return type >= FIRST_WORD && type <= LAST_WORD;
    }

    private static boolean isTimeWord(int type) {
        return type == SqlLexer.DATE || type == SqlLexer.TIME || type == SqlLexer.TIMESTAMP;
    }

    private static boolean in(BitSet set, int type) {
        return type >= Token.EOF && set.get(type + 1);
    }

    private int typeAt(int at) {
        return at < 0 ? Token.INVALID_TYPE : at < words.size() ? words.get(at).getType() : Token.EOF;
    }
}
