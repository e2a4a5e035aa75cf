package org.soqljdbc.exec.procedure;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** The procedures there are, as data: calls, {@code getProcedures} and {@code getProcedureColumns} all read this table. */
public final class Procedures {

    /** REST API Developer Guide, "sObject Get Deleted": the last 15 days, whole minutes. */
    static final Procedure GET_DELETED = new Procedure(
            "GET_DELETED",
            List.of(
                    ProcedureParameter.in("object", SfType.STRING, "API name of the object"),
                    ProcedureParameter.in("start", SfType.DATETIME, "Begin of the time span, within the last 15 days"),
                    ProcedureParameter.in("end", SfType.DATETIME, "End of the time span"),
                    ProcedureParameter.out("earliestDateAvailable", SfType.DATETIME, "Since when deletions are known"),
                    ProcedureParameter.out(
                            "latestDateCovered", SfType.DATETIME, "Where the next time span must begin")),
            List.of(Column.of("Id", SfType.ID), Column.of("DeletedDate", SfType.DATETIME)),
            "The records of an object that were deleted in a time span");

    /** REST API Developer Guide, "sObject Get Updated": the last 30 days, whole minutes. */
    static final Procedure GET_UPDATED = new Procedure(
            "GET_UPDATED",
            List.of(
                    ProcedureParameter.in("object", SfType.STRING, "API name of the object"),
                    ProcedureParameter.in("start", SfType.DATETIME, "Begin of the time span, within the last 30 days"),
                    ProcedureParameter.in("end", SfType.DATETIME, "End of the time span"),
                    ProcedureParameter.out(
                            "latestDateCovered", SfType.DATETIME, "Where the next time span must begin")),
            List.of(Column.of("Id", SfType.ID)),
            "The records of an object that were inserted or updated in a time span");

    /** REST API Developer Guide, "Delete Lightning Experience Event Series". */
    static final Procedure DELETE_EVENT_SERIES = new Procedure(
            "DELETE_EVENT_SERIES",
            List.of(ProcedureParameter.in(
                    "eventId", SfType.ID, "Id of the first event to delete; that of the series' first deletes all")),
            List.of(),
            "Deletes an event of a series and all that follow it");

    static final Procedure REST = new Procedure(
            "REST",
            List.of(
                    ProcedureParameter.in("method", SfType.STRING, "GET, HEAD, POST, PUT, PATCH or DELETE"),
                    ProcedureParameter.in(
                            "path",
                            SfType.STRING,
                            "Begins with a slash and is percent-encoded; after /services/data/vNN.0 unless it begins with"
                                    + " /services/"),
                    ProcedureParameter.optional("body", SfType.TEXTAREA, "JSON to be sent, or null"),
                    ProcedureParameter.out("status", SfType.INT, "HTTP status of the reply, 200 to 299 or 304"),
                    ProcedureParameter.out("contentType", SfType.STRING, "Content type of the reply, or null"),
                    ProcedureParameter.out("reply", SfType.TEXTAREA, "Body of the reply, or null")),
            List.of(
                    Column.of("Status", SfType.INT),
                    Column.of("ContentType", SfType.STRING),
                    Column.of("Reply", SfType.TEXTAREA)),
            "Makes any call of the org's REST services");

    /** In the order of their names. */
    public static final List<Procedure> ALL = List.of(DELETE_EVENT_SERIES, GET_DELETED, GET_UPDATED, REST);

    private Procedures() {}

    static Optional<Procedure> named(String name) {
        return ALL.stream()
                .filter(procedure -> procedure.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
