package org.soqljdbc.api.write;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.DuplicateRule;
import org.soqljdbc.config.Settings;
import org.soqljdbc.config.WriteRetries;
import org.soqljdbc.http.HttpRequest;

/**
 * How a write is to be done. Immutable.
 *
 * @param allOrNone whether one failed row undoes all rows of its request; bulk jobs do not have it
 * @param allowDuplicates whether records that a duplicate rule would only alert to are saved all the same
 *     ({@code Sforce-Duplicate-Rule-Header: allowSave=true}, from version 52.0)
 * @param assignmentRule {@code TRUE}, {@code FALSE} or the Id of a rule, for cases and leads
 *     ({@code Sforce-Auto-Assign}); empty for what the org does by itself: its active rule applies
 * @param repeatIdempotent whether an update, delete, or upsert whose answer is missing may be sent once more
 *     ({@code retryWrites=idempotent}); inserts never are
 */
public record WriteOptions(
        boolean allOrNone, boolean allowDuplicates, Optional<String> assignmentRule, boolean repeatIdempotent) {

    /** All or none, and all else as the org does by itself. */
    public static final WriteOptions DEFAULT = new WriteOptions(true, false, Optional.empty(), false);

    /** What a connection's properties say. */
    public static WriteOptions of(Settings settings) {
        return new WriteOptions(
                settings.get(ConnectionProperties.ALL_OR_NONE),
                settings.get(ConnectionProperties.DUPLICATE_RULE) == DuplicateRule.ALLOW,
                settings.find(ConnectionProperties.ASSIGNMENT_RULE),
                settings.get(ConnectionProperties.RETRY_WRITES) == WriteRetries.IDEMPOTENT);
    }

    /** Whether a request of that verb may be sent again. An insert may not: its second effect is a second record. */
    HttpRequest.Effect effect(WriteVerb verb) {
        return repeatIdempotent && verb != WriteVerb.INSERT
                ? HttpRequest.Effect.WRITES_AGAIN
                : HttpRequest.Effect.WRITES_ONCE;
    }

    public WriteOptions withAllOrNone(boolean whole) {
        return new WriteOptions(whole, allowDuplicates, assignmentRule, repeatIdempotent);
    }

    /** The request headers that say this, in a fixed order (REST API Developer Guide, "Headers"). */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        assignmentRule.ifPresent(rule -> headers.put("Sforce-Auto-Assign", rule));
        if (allowDuplicates) {
            headers.put("Sforce-Duplicate-Rule-Header", "allowSave=true");
        }
        return headers;
    }
}
