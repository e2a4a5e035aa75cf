package org.soqljdbc.grammar.sql.reader;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.text.SyntaxException;

/** Gathers the limit and the offset of a query from their many spellings. */
final class RowLimits {

    private final LiteralReader literals;
    private Optional<Expression> limit = Optional.empty();
    private Optional<Expression> offset = Optional.empty();
    private boolean limited;

    RowLimits(LiteralReader literals) {
        this.literals = literals;
    }

    Optional<Expression> limit() {
        return limit;
    }

    Optional<Expression> offset() {
        return offset;
    }

    boolean given() {
        return limit.isPresent() || offset.isPresent();
    }

    void read(List<SqlParser.RowLimitContext> clauses) throws SyntaxException {
        for (SqlParser.RowLimitContext clause : clauses) {
            switch (clause.getStart().getType()) {
                case SqlParser.LIMIT -> limit(clause);
                case SqlParser.FETCH -> fetch(clause);
                case SqlParser.LIMIT_BRACE -> {
                    setLimit(clause.getStart(), literals.count(clause.count(0)));
                    if (clause.count().size() > 1) {
                        setOffset(clause.OFFSET().getSymbol(), literals.count(clause.count(1)));
                    }
                }
                default -> setOffset(clause.getStart(), literals.count(clause.count(0)));
            }
        }
    }

    private void limit(SqlParser.RowLimitContext clause) throws SyntaxException {
        List<SqlParser.CountContext> counts = clause.count();
        if (counts.isEmpty()) {
            // LIMIT ALL
            requireFirst(clause.getStart());
            return;
        }
        // LIMIT m, n skips m rows.
        setLimit(clause.getStart(), literals.count(counts.get(counts.size() - 1)));
        if (counts.size() > 1) {
            setOffset(clause.getStart(), literals.count(counts.get(0)));
        }
    }

    private void fetch(SqlParser.RowLimitContext clause) throws SyntaxException {
        setLimit(
                clause.getStart(),
                clause.count().isEmpty() ? new Literal.Number("1") : literals.count(clause.count(0)));
    }

    private void requireFirst(Token word) throws SyntaxException {
        if (limited) {
            throw SqlTokens.refused(word, "the end of the query: it has its limit already");
        }
        limited = true;
    }

    private void setLimit(Token word, Expression count) throws SyntaxException {
        requireFirst(word);
        limit = Optional.of(count);
    }

    private void setOffset(Token word, Expression count) throws SyntaxException {
        if (offset.isPresent()) {
            throw SqlTokens.refused(word, "the end of the query: it has its offset already");
        }
        offset = Optional.of(count);
    }
}
