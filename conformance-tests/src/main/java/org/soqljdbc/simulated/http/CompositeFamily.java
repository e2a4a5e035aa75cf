package org.soqljdbc.simulated.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.write.RowWriter;

/** Finds the endpoint below {@code /composite}. */
final class CompositeFamily {

    private static final int GRAPH_SINCE = 50;

    private final CompositeEndpoint composite;
    private final CollectionsEndpoint collections;
    private final TreeEndpoint trees;
    private final GraphEndpoint graphs;
    private final Schema schema;
    private final BatchEndpoint batch = new BatchEndpoint();

    CompositeFamily(Schema schema, RowWriter writer, QueryEngine engine) {
        this.schema = schema;
        this.trees = new TreeEndpoint(schema, writer);
        this.graphs = new GraphEndpoint(writer.data().undo());
        this.composite = new CompositeEndpoint(writer.data().undo());
        this.collections = new CollectionsEndpoint(schema, writer, new CollectionsReader(engine));
    }

    /**
     * Answers a request.
     *
     * @param rest what follows {@code composite} in the path
     * @param outer whether the request came alone; only collections may stand inside another one
     * @param answer answers one request of the same user
     */
    Reply answer(Request request, String version, List<String> rest, boolean outer, Function<Request, Reply> answer) {
        String resource = rest.isEmpty() ? "" : rest.get(0);
        if (!outer && !resource.equals("sobjects")) {
            return Reply.notFound();
        }
        return switch (resource) {
            case "" -> composite.answer(request, version, answer);
            case "sobjects" -> collections.answer(request, version, rest.subList(1, rest.size()));
            case "tree" ->
                rest.size() != 2
                        ? Reply.notFound()
                        : schema.type(rest.get(1))
                                .map(type -> trees.answer(request, type))
                                .orElseGet(Reply::notFound);
            case "graph" ->
                WriteReplies.number(version) < GRAPH_SINCE ? Reply.notFound() : graphs.answer(request, answer);
            case "batch" -> batch.answer(request, answer);
            default -> Reply.notFound();
        };
    }

    /** The SOQL of a request, also inside a composite one. */
    Optional<String> soql(Request request) {
        return request.path().endsWith("/composite") ? composite.soql(request) : request.soql();
    }
}
