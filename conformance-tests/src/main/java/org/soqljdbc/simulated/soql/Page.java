package org.soqljdbc.simulated.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** Where the records of one page are written, and where the rest of a child subquery's rows are kept. */
public final class Page {

    /** Keeps rows for later pages. */
    @FunctionalInterface
    public interface Keeper {
        /** Answers the path that fetches the rows from {@code next} on. */
        String keep(Records records, int next);
    }

    private final JsonGenerator json;
    private final String version;
    private final int childRows;
    private final Keeper keeper;

    /**
     * A page.
     *
     * @param version {@code v67.0}, for the URLs of records
     * @param childRows most rows of one child subquery in one record
     */
    public Page(JsonGenerator json, String version, int childRows, Keeper keeper) {
        this.json = json;
        this.version = version;
        this.childRows = childRows;
        this.keeper = keeper;
    }

    JsonGenerator json() {
        return json;
    }

    String recordUrl(String type, String key) {
        return "/services/data/" + version + "/sobjects/" + type + "/" + key;
    }

    /** Writes the rows of a child subquery, null when there are none. @return rows written */
    int children(Records records) throws IOException {
        if (records.size() == 0) {
            json.writeNull();
            return 0;
        }
        int end = Math.min(childRows, records.size());
        Optional<String> next = end < records.size() ? Optional.of(keeper.keep(records, end)) : Optional.empty();
        json.writeStartObject();
        json.writeNumberField("totalSize", records.size());
        json.writeBooleanField("done", next.isEmpty());
        if (next.isPresent()) {
            json.writeStringField("nextRecordsUrl", next.get());
        }
        json.writeArrayFieldStart("records");
        int written = end;
        for (int i = 0; i < end; i++) {
            written += records.write(i, this);
        }
        json.writeEndArray();
        json.writeEndObject();
        return written;
    }
}
