package org.soqljdbc.simulated.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.schema.SObjectType;

/** A job that writes rows (Bulk API 2.0, "Bulk Ingest"). */
public final class IngestJob extends Job {

    /** What a client asks for. @param key name of the external id of an upsert */
    public record Order(SObjectType type, String operation, Optional<String> key) {}

    /** Bulk API 2.0, "Limits": rows are processed in transactions of so many. */
    private static final int CHUNK = 200;

    private final Order order;
    private final RowLoader loader;
    private Optional<byte[]> upload = Optional.empty();
    private List<String> header = List.of();
    private List<List<String>> rows = List.of();
    private int next;
    private final List<List<String>> successful = new ArrayList<>();
    private final List<List<String>> failed = new ArrayList<>();

    IngestJob(Origin origin, BulkSettings settings, CsvFormat format, Order order, RowLoader loader) {
        super(origin, settings, format, JobState.Open);
        this.order = order;
        this.loader = loader;
    }

    @Override
    String operation() {
        return order.operation();
    }

    @Override
    String object() {
        return order.type().name();
    }

    @Override
    void own(ObjectNode json) {
        order.key().ifPresent(key -> json.put("externalIdFieldName", key));
    }

    @Override
    void status(ObjectNode json) {
        json.put("jobType", "V2Ingest");
        formatTo(json);
        json.put("numberRecordsProcessed", next);
        json.put("numberRecordsFailed", failed.size());
        json.put("retries", 0);
        json.put("totalProcessingTime", next);
        json.put("apiActiveProcessingTime", next);
        json.put("apexProcessingTime", 0);
    }

    /** The job with the place of its upload. */
    public ObjectNode created() {
        ObjectNode json = json();
        json.put("contentUrl", "services/data/v" + version() + ".0/jobs/ingest/" + id() + "/batches");
        formatTo(json);
        return json;
    }

    /** Takes the rows, once. */
    public void upload(byte[] csv) {
        if (csv.length > settings().largestUpload()) {
            throw new BulkRefusal(
                    "CLIENTINPUTERROR",
                    "The upload is larger than " + settings().largestUpload() + " bytes");
        }
        if (state() != JobState.Open) {
            throw new BulkRefusal("INVALIDJOBSTATE", "Uploading to " + state() + " Job not allowed");
        }
        if (upload.isPresent()) {
            throw new BulkRefusal(
                    "CLIENTINPUTERROR",
                    "Found multiple contents for job: <" + id()
                            + ">, please 'Close' / 'Abort' / 'Delete' the current Job"
                            + " then create a new Job and make sure you only do 'PUT' once on a given Job.");
        }
        upload = Optional.of(csv);
    }

    /** Ends the upload: from now on the job is queued. */
    public ObjectNode close() {
        require(state() == JobState.Open, "Closing");
        become(JobState.UploadComplete);
        return json();
    }

    @Override
    void work() {
        try {
            if (header.isEmpty()) {
                List<List<String>> all = format().read(new String(upload.orElse(new byte[0]), StandardCharsets.UTF_8));
                header = all.isEmpty() ? List.of("Id") : all.get(0);
                rows = all.isEmpty() ? List.of() : all.subList(1, all.size());
                upload = Optional.of(new byte[0]);
                loader.begin(order, header);
            }
        } catch (BulkRefusal refusal) {
            fail(refusal.errorCode() + " : " + refusal.getMessage());
            return;
        }
        int end = (int) Math.min(rows.size(), (long) next + settings().rowsOfPoll());
        while (next < end) {
            int start = next;
            int stop = Math.min(end, start + CHUNK);
            loader.chunk(rows.subList(start, stop));
            while (next < stop) {
                load(rows.get(next++));
            }
        }
        if (next == rows.size()) {
            become(JobState.JobComplete);
        }
    }

    private void load(List<String> row) {
        RowLoader.Verdict verdict = loader.load(row);
        List<String> line = new ArrayList<>(row.size() + 2);
        line.add(verdict.id());
        line.add(verdict.error().orElse(Boolean.toString(verdict.created())));
        line.addAll(row);
        (verdict.error().isPresent() ? failed : successful).add(line);
    }

    /** The rows written, in an order that is not the upload's: Salesforce promises none. */
    public String successfulResults() {
        return results("sf__Created", successful);
    }

    /** The rows refused, in an order that is not the upload's. */
    public String failedResults() {
        return results("sf__Error", failed);
    }

    /** The rows that a failed or aborted job never came to. */
    public String unprocessedRecords() {
        requireFinal();
        StringBuilder text = new StringBuilder();
        if (header.isEmpty() && upload.isPresent()) {
            return new String(upload.get(), StandardCharsets.UTF_8);
        }
        format().write(text, header);
        rows.subList(next, rows.size()).forEach(row -> format().write(text, row));
        return text.toString();
    }

    private String results(String second, List<List<String>> lines) {
        requireFinal();
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>(List.of("sf__Id", second));
        names.addAll(header);
        format().write(text, names);
        List<List<String>> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        reversed.forEach(line -> format().write(text, line));
        return text.toString();
    }

    private void requireFinal() {
        if (!state().isFinal()) {
            throw new BulkRefusal("INVALIDJOBSTATE", "Results of " + state() + " Job are not available");
        }
    }
}
