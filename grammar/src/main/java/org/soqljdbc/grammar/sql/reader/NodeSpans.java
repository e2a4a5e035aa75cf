package org.soqljdbc.grammar.sql.reader;

import java.util.IdentityHashMap;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.SqlText;

/** Where each node of a tree begins and ends. By identity: equal nodes stand in several places. */
final class NodeSpans {

    private final Map<Object, SqlText.Span> byNode = new IdentityHashMap<>();

    /** Notes the words of a node and answers the node. A node already noted keeps its first, innermost words. */
    <T> T note(T node, Token first, Token last) {
        byNode.putIfAbsent(node, new SqlText.Span(SqlTokens.position(first), last.getStopIndex() + 1));
        return node;
    }

    <T> T note(T node, Token only) {
        return note(node, only, only);
    }

    <T> T note(T node, ParserRuleContext rule) {
        return note(node, rule.getStart(), rule.getStop());
    }

    /** Noted so far, by identity. */
    Map<Object, SqlText.Span> all() {
        return byNode;
    }
}
