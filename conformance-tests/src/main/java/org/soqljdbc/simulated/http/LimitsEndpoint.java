package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.schema.Schema;

/** Answers {@code /limits} and {@code /limits/recordCount}. */
final class LimitsEndpoint {

    static final long DAILY_CALLS = 100_000;

    private static final Map<String, Long> OTHERS = new TreeMap<>(Map.of(
            "ConcurrentAsyncGetReportInstances", 200L,
            "DailyAsyncApexExecutions", 250_000L,
            "DailyBulkApiBatches", 15_000L,
            "DailyBulkV2QueryFileStorageMB", 976_562L,
            "DailyBulkV2QueryJobs", 10_000L,
            "DataStorageMB", 1024L,
            "FileStorageMB", 1024L,
            "HourlyODataCallout", 20_000L,
            "SingleEmail", 5000L));

    private final Schema schema;
    private final OrgData data;
    private final LongSupplier used;

    /** @param used how many calls counted so far */
    LimitsEndpoint(Schema schema, OrgData data, LongSupplier used) {
        this.schema = schema;
        this.data = data;
        this.used = used;
    }

    Reply limits() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        limit(body, "DailyApiRequests", DAILY_CALLS, DAILY_CALLS - used.getAsLong());
        OTHERS.forEach((name, max) -> limit(body, name, max, max));
        return Reply.json(200, body);
    }

    private static void limit(ObjectNode body, String name, long max, long remaining) {
        body.putObject(name).put("Max", max).put("Remaining", remaining);
    }

    /** Unknown and empty names are left out. */
    Reply recordCount(Request request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode list = body.putArray("sObjects");
        for (String name : request.parameter("sObjects").orElse("").split(",")) {
            schema.type(name.trim())
                    .ifPresent(type -> list.addObject()
                            .put("count", data.table(type).size(false))
                            .put("name", type.name()));
        }
        return Reply.json(200, body);
    }
}
