package org.soqljdbc.simulated.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.soql.Records;
import org.soqljdbc.simulated.write.RowWriter;

/** The jobs of the org. Its methods are called under the write half of the rows' lock. */
public final class Jobs {

    private static final String PREFIX = "750";
    private static final Set<String> OPERATIONS = Set.of("insert", "update", "upsert", "delete", "hardDelete");

    private final Schema schema;
    private final RowWriter writer;
    private final QueryEngine engine;
    private final BulkSettings settings;
    private final Supplier<Instant> clock;
    private final String userId;
    private final Map<String, IngestJob> ingest = new LinkedHashMap<>();
    private final Map<String, QueryJob> queries = new LinkedHashMap<>();
    private long made;

    public Jobs(
            Schema schema,
            RowWriter writer,
            QueryEngine engine,
            BulkSettings settings,
            Supplier<Instant> clock,
            String userId) {
        this.schema = schema;
        this.writer = writer;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
        this.userId = userId;
    }

    public BulkSettings settings() {
        return settings;
    }

    /**
     * Opens an ingest job.
     *
     * @param asked the body of the request
     * @param version 67 for v67.0
     * @throws BulkRefusal for what cannot be done in bulk
     */
    public IngestJob openIngest(JsonNode asked, int version) {
        String operation = asked.path("operation").asText();
        if (!OPERATIONS.contains(operation)) {
            throw new BulkRefusal("CLIENTINPUTERROR", "Unknown operation: " + operation);
        }
        String object = asked.path("object").asText();
        SObjectType type = schema.type(object)
                .filter(found -> found.storage() == SObjectType.Storage.ORDINARY)
                .filter(found -> found.json().get("createable").booleanValue())
                .orElseThrow(() ->
                        new BulkRefusal("INVALIDENTITY", "Entity '" + object + "' is not supported by the Bulk API."));
        Optional<String> key =
                Optional.ofNullable(asked.path("externalIdFieldName").textValue());
        if (operation.equals("upsert") == key.isEmpty()) {
            throw new BulkRefusal(
                    "CLIENTINPUTERROR", "externalIdFieldName is a must for upsert and not allowed otherwise");
        }
        IngestJob job = new IngestJob(
                origin(version),
                settings,
                format(asked),
                new IngestJob.Order(type, operation, key),
                new RowLoader(schema, writer));
        ingest.put(job.id(), job);
        return job;
    }

    /**
     * Queues a query.
     *
     * @throws BulkRefusal for what cannot be read in bulk
     * @throws org.soqljdbc.simulated.soql.Refusal for a query that is none
     */
    public QueryJob openQuery(JsonNode asked, int version) {
        String operation = asked.path("operation").asText();
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw new BulkRefusal("CLIENTINPUTERROR", "Unknown operation: " + operation);
        }
        String soql = asked.path("query").asText();
        Records records = engine.answer(soql, operation.equals("queryAll"));
        SoqlQuery query = QueryColumns.parsed(soql);
        SObjectType type = schema.type(query.root().path().toString()).orElseThrow();
        QueryColumns columns = QueryColumns.of(schema, query, type);
        QueryJob job = new QueryJob(
                origin(version), settings, format(asked), new QueryJob.Order(operation, type.name(), columns, records));
        queries.put(job.id(), job);
        return job;
    }

    private Job.Origin origin(int version) {
        return new Job.Origin(Ids.of(PREFIX, ++made), userId, clock.get(), version);
    }

    private static CsvFormat format(JsonNode asked) {
        if (!asked.path("contentType").asText("CSV").equals("CSV")) {
            throw new BulkRefusal("CLIENTINPUTERROR", "contentType is CSV");
        }
        return CsvFormat.of(
                asked.path("columnDelimiter").asText("COMMA"),
                asked.path("lineEnding").asText("LF"));
    }

    public Optional<IngestJob> ingest(String id) {
        return Ids.normalize(id).map(ingest::get);
    }

    public Optional<QueryJob> query(String id) {
        return Ids.normalize(id).map(queries::get);
    }

    /** Ingest jobs, or query jobs, that were not deleted, in the order they were made. */
    public List<? extends Job> all(boolean ingestJobs) {
        return List.copyOf(ingestJobs ? ingest.values() : queries.values());
    }

    /** Forgets a job. */
    public void delete(Job job) {
        job.requireDeletable();
        ingest.remove(job.id());
        queries.remove(job.id());
    }
}
