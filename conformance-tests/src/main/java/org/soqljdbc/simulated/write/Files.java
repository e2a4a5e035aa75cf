package org.soqljdbc.simulated.write;

import java.time.Instant;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Makes the document of a new file version, and keeps which of a document's versions is the latest. */
final class Files {

    private final Schema schema;
    private final OrgData data;

    Files(Schema schema, OrgData data) {
        this.schema = schema;
        this.data = data;
    }

    /** Before a version is checked: without a document it gets one of its own. */
    void prepare(SObjectType type, Object[] version, String userId, Instant now) {
        if (!type.name().equals("ContentVersion")) {
            return;
        }
        String path = (String) version[column(type, "PathOnClient")];
        if (version[column(type, "Title")] == null) {
            version[column(type, "Title")] = path == null ? null : path.replaceAll("^.*[/\\\\]|\\.[^.]*$", "");
        }
        if (path != null && path.matches(".*\\.[A-Za-z0-9]+")) {
            version[column(type, "FileExtension")] = path.substring(path.lastIndexOf('.') + 1);
        }
        version[column(type, "VersionNumber")] = "1";
        if (version[column(type, "ContentDocumentId")] != null) {
            return;
        }
        SObjectType document = schema.type("ContentDocument").orElseThrow();
        Table table = data.table(document);
        Object[] values = NewRow.values(table, userId);
        values[column(document, "Title")] = version[column(type, "Title")];
        values[column(document, "FileExtension")] = version[column(type, "FileExtension")];
        for (String stamp : new String[] {"CreatedDate", "LastModifiedDate", "SystemModstamp"}) {
            values[column(document, stamp)] = now;
        }
        values[column(document, "CreatedById")] = userId;
        values[column(document, "LastModifiedById")] = userId;
        version[column(type, "ContentDocumentId")] = table.id(table.insert(values));
    }

    /** After a version is there: the former ones are no longer the latest. */
    void inserted(SObjectType type, Object[] version, String id) {
        if (!type.name().equals("ContentVersion")) {
            return;
        }
        String documentId = (String) version[column(type, "ContentDocumentId")];
        RowAddress document = data.find(documentId).orElseThrow();
        SObjectType documents = document.table().type();
        Object[] values = document.table().values(document.row());
        values[column(documents, "LatestPublishedVersionId")] = id;
        values[column(documents, "ContentSize")] = version[column(type, "ContentSize")];
        document.table().update(document.row(), values);
        Table versions = data.table(type);
        for (int row : versions.rows(type.field("ContentDocumentId").orElseThrow(), documentId)) {
            boolean former = versions.isLive(row) && !versions.id(row).equals(id);
            if (former) {
                Object[] old = versions.values(row);
                old[column(type, "IsLatest")] = false;
                versions.update(row, old);
            }
        }
    }

    private static int column(SObjectType type, String field) {
        return type.field(field).orElseThrow().column();
    }
}
