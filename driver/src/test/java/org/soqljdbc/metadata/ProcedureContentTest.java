package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The procedures as metadata tells them. */
class ProcedureContentTest {

    private final Told told = new Told(SampleOrg.usual());

    @Test
    void procedures_are_listed_by_name() throws SQLException {
        assertEquals(
                List.of(
                        "salesforce/DELETE_EVENT_SERIES/1",
                        "salesforce/GET_DELETED/1",
                        "salesforce/GET_UPDATED/1",
                        "salesforce/REST/1"),
                told.rows(
                        meta -> meta.getProcedures(null, null, "%"),
                        "PROCEDURE_SCHEM",
                        "PROCEDURE_NAME",
                        "PROCEDURE_TYPE"));
        assertEquals(
                List.of("GET_DELETED", "GET_UPDATED"),
                told.rows(meta -> meta.getProcedures(null, "SALESFORCE", "get\\_%"), "PROCEDURE_NAME"));
        assertEquals(List.of(), told.rows(meta -> meta.getProcedures(null, "other", null), "PROCEDURE_NAME"));
    }

    @Test
    void columns_are_parameters_and_then_those_of_the_rows() throws SQLException {
        assertEquals(
                List.of(
                        "object/1/VARCHAR/1/NO",
                        "start/1/TIMESTAMP/2/NO",
                        "end/1/TIMESTAMP/3/NO",
                        "earliestDateAvailable/4/TIMESTAMP/4/YES",
                        "latestDateCovered/4/TIMESTAMP/5/YES",
                        "Id/3/VARCHAR/1/YES",
                        "DeletedDate/3/TIMESTAMP/2/YES"),
                told.rows(
                        meta -> meta.getProcedureColumns(null, null, "GET_DELETED", "%"),
                        "COLUMN_NAME",
                        "COLUMN_TYPE",
                        "TYPE_NAME",
                        "ORDINAL_POSITION",
                        "IS_NULLABLE"));
        assertEquals(
                List.of("REST/4/INTEGER/10", "REST/3/INTEGER/10"),
                told.rows(
                        meta -> meta.getProcedureColumns(null, null, null, "status"),
                        "PROCEDURE_NAME",
                        "COLUMN_TYPE",
                        "TYPE_NAME",
                        "RADIX"));
    }
}
