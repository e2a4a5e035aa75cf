package org.soqljdbc.grammar.sql.reader;

/** The builders of one tree, which need one another because queries and expressions hold each other. */
final class Builders {

    final SqlTokens tokens;
    final NodeSpans spans = new NodeSpans();
    final TreeDepth depth = new TreeDepth();
    final NameBuilder names = new NameBuilder(spans);
    final LiteralReader literals;
    final ExpressionBuilder expressions;
    final PredicateBuilder predicates;
    final CallBuilder calls;
    final TableBuilder tables;
    final SelectBuilder selects;
    final QueryBuilder queries;

    Builders(SqlTokens tokens) {
        this.tokens = tokens;
        this.literals = new LiteralReader(tokens, spans);
        this.expressions = new ExpressionBuilder(this);
        this.predicates = new PredicateBuilder(this);
        this.calls = new CallBuilder(this);
        this.tables = new TableBuilder(this);
        this.selects = new SelectBuilder(this);
        this.queries = new QueryBuilder(this);
    }
}
