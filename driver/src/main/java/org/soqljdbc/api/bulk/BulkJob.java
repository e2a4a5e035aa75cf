package org.soqljdbc.api.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.error.ReplyErrors;

/**
 * A job as Salesforce told of it last.
 *
 * @param id 18 characters, {@code 750...}
 * @param state {@code Open}, {@code UploadComplete}, {@code InProgress}, {@code JobComplete}, {@code Failed},
 *     {@code Aborted}
 * @param processed rows processed so far, failed ones included
 * @param failed rows refused so far
 * @param errorMessage why the job as a whole failed
 */
public record BulkJob(String id, String state, long processed, long failed, Optional<String> errorMessage) {

    public static final String OPEN = "Open";
    public static final String UPLOAD_COMPLETE = "UploadComplete";
    public static final String JOB_COMPLETE = "JobComplete";
    public static final String ABORTED = "Aborted";
    public static final String FAILED = "Failed";

    /** Whether it will not change any more. Complete does not mean that each row was written. */
    public boolean isOver() {
        return isComplete() || state.equals(FAILED) || state.equals(ABORTED);
    }

    public boolean isComplete() {
        return state.equals(JOB_COMPLETE);
    }

    /** Reads a job object. @param parser on its START_OBJECT; left on its end */
    static BulkJob read(JsonParser parser) throws IOException, SQLException {
        String id = "";
        String state = "";
        long processed = 0;
        long failed = 0;
        Optional<String> error = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "id" -> id = parser.getValueAsString("");
                case "state" -> state = parser.getValueAsString("");
                case "numberRecordsProcessed" -> processed = parser.getValueAsLong();
                case "numberRecordsFailed" -> failed = parser.getValueAsLong();
                case "errorMessage" ->
                    error = Optional.ofNullable(parser.getValueAsString()).filter(text -> !text.isBlank());
                default -> {
                    if (value.isStructStart()) {
                        parser.skipChildren();
                    }
                }
            }
        }
        if (id.isEmpty() || state.isEmpty()) {
            throw ReplyErrors.unexpected(parser.currentToken(), "a job with id and state", parser);
        }
        return new BulkJob(id, state, processed, failed, error);
    }
}
