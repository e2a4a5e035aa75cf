package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteRefusal;

/**
 * Answers {@code DELETE /sobjects/Event/id/fromThisEventOnwards}: an event and those after it in its series (REST API,
 * "Delete Lightning Experience Event Series"). Salesforce does so some time later, the org at once.
 */
final class EventSeries {

    private final RowWriter writer;

    EventSeries(RowWriter writer) {
        this.writer = writer;
    }

    Reply delete(Request request, SObjectType type, String idText) {
        if (!request.method().equals("DELETE")) {
            return Reply.methodNotAllowed(request.method(), "DELETE");
        }
        Optional<RowAddress> event = Ids.normalize(idText)
                .flatMap(writer.data()::find)
                .filter(row -> row.table().type() == type);
        if (event.isEmpty()) {
            return Reply.notFound();
        }
        if (!event.get().isLive()) {
            return Reply.error(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        boolean inSeries = Boolean.TRUE.equals(value(event.get(), "IsRecurrence2"))
                && Boolean.FALSE.equals(value(event.get(), "IsRecurrence2Exclusion"));
        if (!inSeries) {
            // The documentation names the condition; code and wording are ours.
            return Reply.error(400, "INVALID_OPERATION", "The event is not part of a series");
        }
        try {
            for (RowAddress row : from(event.get())) {
                writer.delete(row, false);
            }
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
        return Reply.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                "success",
                                "We\u2019re deleting the selected events from the series. Wait for all events to be"
                                        + " removed."));
    }

    private static List<RowAddress> from(RowAddress event) {
        Table table = event.table();
        Object series = value(event, "Recurrence2PatternStartDate");
        List<RowAddress> rows = new ArrayList<>();
        for (int number = 0; number < table.end(); number++) {
            RowAddress row = new RowAddress(table, number);
            boolean later = row.isLive()
                    && series.equals(value(row, "Recurrence2PatternStartDate"))
                    && !((Instant) value(row, "StartDateTime")).isBefore((Instant) value(event, "StartDateTime"));
            if (later) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Object value(RowAddress row, String field) {
        return row.value(row.table().type().field(field).orElseThrow().column());
    }
}
