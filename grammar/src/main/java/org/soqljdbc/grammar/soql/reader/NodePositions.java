package org.soqljdbc.grammar.soql.reader;

import java.util.IdentityHashMap;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.text.Position;

/** Where each node of a tree begins. By identity: equal nodes stand in several places. */
final class NodePositions {

    private final Map<Object, Position> byNode = new IdentityHashMap<>();

    /** Notes where a node begins and answers the node. A node already noted keeps its first place. */
    <T> T note(T node, Token first) {
        byNode.putIfAbsent(node, SoqlTokens.position(first));
        return node;
    }

    Map<Object, Position> asMap() {
        return byNode;
    }
}
