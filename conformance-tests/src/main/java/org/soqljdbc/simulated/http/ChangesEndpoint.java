package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/** Answers {@code /sobjects/X/updated} and {@code /sobjects/X/deleted}: what changed in a span of time. */
final class ChangesEndpoint {

    /** REST API, "Get Updated", "Get Deleted": how far back one may ask. */
    private static final Duration UPDATED_REACH = Duration.ofDays(30);

    private static final Duration DELETED_REACH = Duration.ofDays(15);
    private static final int MOST_IDS = 600_000;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private final OrgData data;
    private final Supplier<Instant> clock;

    ChangesEndpoint(OrgData data, Supplier<Instant> clock) {
        this.data = data;
        this.clock = clock;
    }

    /** A span of time; seconds do not count. */
    private record Span(Instant start, Instant end) {

        boolean has(Object value) {
            return value instanceof Instant instant && !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    Reply answer(Request request, SObjectType type, boolean deleted) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.methodNotAllowed(request.method(), "GET,HEAD");
        }
        if (!type.json().get("replicateable").booleanValue()) {
            return Reply.error(400, "INVALID_TYPE_FOR_OPERATION", "entity type " + type.name() + " is not replicable");
        }
        Optional<Instant> start = request.parameter("start").flatMap(ChangesEndpoint::minute);
        Optional<Instant> end = request.parameter("end").flatMap(ChangesEndpoint::minute);
        if (start.isEmpty() || end.isEmpty()) {
            return Reply.error(400, "MISSING_ARGUMENT", "start and end are dates with a time and a zone");
        }
        Instant now = clock.get().truncatedTo(ChronoUnit.MINUTES);
        Instant earliest = now.minus(deleted ? DELETED_REACH : UPDATED_REACH);
        // The wordings are ours; Salesforce documents the code.
        if (!start.get().isBefore(end.get()) || start.get().isBefore(earliest)) {
            return Reply.error(
                    400, "INVALID_REPLICATION_DATE", "startDate must be before endDate and not before " + earliest);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray(deleted ? "deletedRecords" : "ids");
        Span span = new Span(start.get(), end.get());
        Table table = data.table(type);
        Field stamp = type.field("SystemModstamp").orElseThrow();
        changed(table, stamp, deleted, span, row -> {
            if (deleted) {
                items.addObject().put("id", table.id(row)).put("deletedDate", INSTANT.format((Instant)
                        table.value(row, stamp.column())));
            } else {
                items.add(table.id(row));
            }
        });
        if (items.size() > MOST_IDS) {
            return Reply.error(400, "EXCEEDED_ID_LIMIT", "More than " + MOST_IDS + " records changed");
        }
        if (deleted) {
            body.put("earliestDateAvailable", INSTANT.format(earliest));
        }
        body.put("latestDateCovered", INSTANT.format(end.get().isBefore(now) ? end.get() : now));
        return Reply.json(200, body);
    }

    private static void changed(Table table, Field stamp, boolean deleted, Span span, IntConsumer row) {
        Optional<Field> flag = table.type().field("IsDeleted");
        for (int number = 0; number < table.end(); number++) {
            boolean wanted = deleted
                    ? table.exists(number)
                            && flag.isPresent()
                            && Boolean.TRUE.equals(
                                    table.value(number, flag.get().column()))
                    : table.isLive(number);
            if (wanted && span.has(table.value(number, stamp.column()))) {
                row.accept(number);
            }
        }
    }

    private static Optional<Instant> minute(String text) {
        try {
            String colon = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
            return Optional.of(OffsetDateTime.parse(colon).toInstant().truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
