package org.soqljdbc.grammar.sql;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.Position;

/** Where each node of a tree begins and ends. By identity: equal nodes stand in several places. */
final class NodeSpans {

    /**
     * A piece of the text.
     *
     * @param end the offset behind its last character
     */
    record Span(Position start, int end) {}

    private final Map<Object, Span> byNode = new IdentityHashMap<>();

    /** Notes the words of a node and answers the node. A node already noted keeps its first, innermost words. */
    <T> T note(T node, Token first, Token last) {
        byNode.putIfAbsent(node, new Span(SqlTokens.position(first), last.getStopIndex() + 1));
        return node;
    }

    <T> T note(T node, Token only) {
        return note(node, only, only);
    }

    <T> T note(T node, ParserRuleContext rule) {
        return note(node, rule.getStart(), rule.getStop());
    }

    Optional<Span> of(Object node) {
        return Optional.ofNullable(byNode.get(node));
    }
}
