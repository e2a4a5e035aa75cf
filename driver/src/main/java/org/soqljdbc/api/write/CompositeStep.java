package org.soqljdbc.api.write;

import java.util.Optional;

/**
 * One step of a composite request or graph. Steps run in order; a later one may use the Id of a row that an earlier one
 * inserted, by {@link WriteValue.NewRow}.
 *
 * @param referenceId unique in the request: letters, digits, underscore
 * @param key for an upsert the external id field, or {@code Id}; empty otherwise
 */
public record CompositeStep(String referenceId, WriteVerb verb, WriteRecord row, Optional<String> key) {

    public static CompositeStep of(String referenceId, WriteVerb verb, WriteRecord row) {
        return new CompositeStep(referenceId, verb, row, Optional.empty());
    }

    public static CompositeStep upsert(String referenceId, WriteRecord row, String key) {
        return new CompositeStep(referenceId, WriteVerb.UPSERT, row, Optional.of(key));
    }
}
