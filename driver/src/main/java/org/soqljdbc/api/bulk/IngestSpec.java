package org.soqljdbc.api.bulk;

import java.util.Optional;
import org.soqljdbc.api.write.WriteVerb;

/**
 * What an ingest job does.
 *
 * @param key for an upsert the external id field, or {@code Id}; empty otherwise
 * @param assignmentRule Id of a rule for cases and leads; {@code TRUE} and {@code FALSE} do not exist here and are left out
 * @param wantsIds whether the Ids of rows that are written are asked for: one call more
 */
public record IngestSpec(
        String object, WriteVerb verb, Optional<String> key, Optional<String> assignmentRule, boolean wantsIds) {}
