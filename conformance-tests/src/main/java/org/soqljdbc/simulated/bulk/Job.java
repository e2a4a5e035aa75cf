package org.soqljdbc.simulated.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What ingest and query jobs have in common. Its methods are called under the write half of the rows' lock. */
public abstract class Job {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    /** Who made a job, when, and by which API version. @param version 67 for v67.0 */
    public record Origin(String id, String userId, Instant created, int version) {}

    private final Origin origin;
    private final BulkSettings settings;
    private final CsvFormat format;
    private JobState state;
    private Optional<String> errorMessage = Optional.empty();
    private int polls;

    Job(Origin origin, BulkSettings settings, CsvFormat format, JobState first) {
        this.origin = origin;
        this.settings = settings;
        this.format = format;
        this.state = first;
    }

    public String id() {
        return origin.id();
    }

    /** The API version it was made by: 67 for v67.0. */
    public int version() {
        return origin.version();
    }

    public JobState state() {
        return state;
    }

    public CsvFormat format() {
        return format;
    }

    BulkSettings settings() {
        return settings;
    }

    void become(JobState next) {
        state = next;
    }

    void fail(String message) {
        errorMessage = Optional.of(message);
        state = JobState.Failed;
    }

    /** Lets the job go on by one step, as time would, and answers how it stands. */
    public ObjectNode poll() {
        if (state == JobState.UploadComplete) {
            settings.takeFailure().ifPresentOrElse(this::fail, () -> become(JobState.InProgress));
            polls = 1;
        } else if (state == JobState.InProgress && polls++ >= settings.pollsInProgress()) {
            work();
        }
        ObjectNode json = json();
        status(json);
        errorMessage.ifPresent(message -> json.put("errorMessage", message));
        return json;
    }

    /** Does what one step of time does. */
    abstract void work();

    /** Adds what the status tells and the creation does not. */
    abstract void status(ObjectNode json);

    /** Adds what only this kind of job has, after its creation date and state. */
    abstract void own(ObjectNode json);

    abstract String operation();

    abstract String object();

    /** The job as its creation and changes of state answer it. */
    public final ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", origin.id());
        json.put("operation", operation());
        json.put("object", object());
        json.put("createdById", origin.userId());
        json.put("createdDate", INSTANT.format(origin.created()));
        json.put("systemModstamp", INSTANT.format(origin.created()));
        json.put("state", state.name());
        own(json);
        json.put("concurrencyMode", "Parallel");
        json.put("contentType", "CSV");
        json.put("apiVersion", (double) origin.version());
        return json;
    }

    /** Ends the job. @throws BulkRefusal INVALIDJOBSTATE if it has ended */
    public ObjectNode abort() {
        require(!state.isFinal(), "Aborting");
        state = JobState.Aborted;
        return json();
    }

    /** Refuses what a job in this state does not allow. @param act {@code Aborting} */
    void require(boolean allowed, String act) {
        if (!allowed) {
            throw new BulkRefusal("INVALIDJOBSTATE", act + " already " + state.participle() + " Job not allowed");
        }
    }

    /** Whether the job may be deleted: not while rows are taken or processed. */
    public void requireDeletable() {
        if (state == JobState.Open || state == JobState.InProgress) {
            throw new BulkRefusal("INVALIDJOBSTATE", "Deleting " + state + " Job not allowed");
        }
    }

    void formatTo(ObjectNode json) {
        json.put("lineEnding", format.lineEndingName());
        json.put("columnDelimiter", format.delimiterName());
    }
}
