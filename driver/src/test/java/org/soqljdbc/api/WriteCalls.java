package org.soqljdbc.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.ByteSource;
import org.soqljdbc.api.write.CompositeStep;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.http.CallControl;

/** Every kind of write, each with one row, for tests of what all have in common. */
enum WriteCalls {
    ROW_INSERT(false, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return List.of(api.rows().insert(ROW, options, control));
        }
    },
    ROW_UPDATE(true, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return List.of(api.rows().update(THERE, options, control));
        }
    },
    ROW_DELETE(true, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return List.of(api.rows().delete(WriteRecord.deleted("Account", ID), options, control));
        }
    },
    ROW_UPSERT(true, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[],\"created\":true}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return List.of(api.rows().upsert(KEYED, "Ext__c", options, control));
        }
    },
    BLOB_INSERT(false, "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            WriteValue bytes = new WriteValue.Bytes(ByteSource.of("abc".getBytes(StandardCharsets.UTF_8)));
            WriteRecord row = WriteRecord.of("Attachment", List.of(FieldValue.of("Body", bytes)));
            return List.of(api.rows().insert(row, options, control));
        }
    },
    COLLECTION_INSERT(false, "[{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}]") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.collections().insert(List.of(ROW), options, control);
        }
    },
    COLLECTION_UPDATE(true, "[{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}]") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.collections().update(List.of(THERE), options, control);
        }
    },
    COLLECTION_UPSERT(true, "[{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[],\"created\":true}]") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.collections().upsert(List.of(KEYED), "Ext__c", options, control);
        }
    },
    COLLECTION_DELETE(true, "[{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}]") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.collections().delete(List.of(WriteRecord.deleted("Account", ID)), options, control);
        }
    },
    COMPOSITE(
            false,
            "{\"compositeResponse\":[{\"body\":{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]},"
                    + "\"httpHeaders\":{},\"httpStatusCode\":201,\"referenceId\":\"r0\"}]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.composites()
                    .write(List.of(CompositeStep.of("r0", WriteVerb.INSERT, ROW)), Optional.empty(), options, control)
                    .rows();
        }
    },
    GRAPH(
            true,
            "{\"graphs\":[{\"graphId\":\"graph\",\"graphResponse\":{\"compositeResponse\":[{\"body\":null,"
                    + "\"httpHeaders\":{},\"httpStatusCode\":204,\"referenceId\":\"r0\"}]},\"isSuccessful\":true}]}") {
        @Override
        List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException {
            return api.composites().graph(List.of(CompositeStep.of("r0", WriteVerb.UPDATE, THERE)), options, control);
        }
    };

    static final String ID = "001000000000001AAA";

    private static final FieldValue NAME = FieldValue.of("Name", new WriteValue.Text("x"));
    private static final WriteRecord ROW = WriteRecord.of("Account", List.of(NAME));
    private static final WriteRecord THERE = WriteRecord.of("Account", ID, List.of(NAME));
    private static final WriteRecord KEYED = WriteRecord.of(
            "Account", List.of(NAME, FieldValue.of("Ext__c", new WriteValue.Number(new BigDecimal("17")))));

    private final boolean idempotent;
    private final String reply;

    WriteCalls(boolean idempotent, String reply) {
        this.idempotent = idempotent;
        this.reply = reply;
    }

    abstract List<RowResult> make(SalesforceApi api, WriteOptions options, CallControl control) throws SQLException;

    /** Whether its second effect is as its first. */
    boolean isIdempotent() {
        return idempotent;
    }

    /** What a success is answered with. */
    String reply() {
        return reply;
    }
}
