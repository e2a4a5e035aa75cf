package org.soqljdbc.simulated.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.soqljdbc.simulated.soql.Records;

/** A job that reads rows (Bulk API 2.0, "Bulk Query"). */
public final class QueryJob extends Job {

    /** What a client asks for, found possible. @param operation query or queryAll */
    public record Order(String operation, String object, QueryColumns columns, Records records) {}

    /** One page of results. @param next index of the first row after it */
    public record ResultPage(String csv, int rows, int next) {}

    private final Order order;

    QueryJob(Origin origin, BulkSettings settings, CsvFormat format, Order order) {
        super(origin, settings, format, JobState.UploadComplete);
        this.order = order;
    }

    @Override
    String operation() {
        return order.operation();
    }

    @Override
    String object() {
        return order.object();
    }

    @Override
    void own(ObjectNode json) {
        // The creation tells no more.
    }

    /** The job as its creation answers it. */
    public ObjectNode created() {
        ObjectNode json = json();
        formatTo(json);
        return json;
    }

    @Override
    void status(ObjectNode json) {
        json.put("jobType", "V2Query");
        formatTo(json);
        json.put("numberRecordsProcessed", state() == JobState.JobComplete ? size() : 0);
        json.put("retries", 0);
        json.put("totalProcessingTime", size());
        json.put("isPkChunkingSupported", true);
    }

    @Override
    void work() {
        become(JobState.JobComplete);
    }

    /** How many rows the query found. */
    public int size() {
        return order.records().size();
    }

    /** The rows from an index on; the header stands on each page. @throws BulkRefusal before the job is complete */
    public ResultPage results(int from, int most) {
        if (state() != JobState.JobComplete) {
            throw new BulkRefusal("INVALIDJOBSTATE", "Results of " + state() + " Job are not available");
        }
        int end = (int) Math.min(size(), (long) from + most);
        StringBuilder text = new StringBuilder();
        format().write(text, order.columns().header());
        for (int i = from; i < end; i++) {
            format().write(text, order.columns().row(order.records(), i));
        }
        return new ResultPage(text.toString(), end - from, end);
    }
}
