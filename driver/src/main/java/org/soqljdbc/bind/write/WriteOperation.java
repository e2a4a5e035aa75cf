package org.soqljdbc.bind.write;

import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.catalog.SObject;

/**
 * What is done to the records of one object. Records of equal operations may travel together.
 *
 * @param key for an upsert the field that tells which records are there already; empty otherwise
 */
public record WriteOperation(WriteVerb verb, SObject object, Optional<String> key) {

    public static WriteOperation of(WriteVerb verb, SObject object) {
        return new WriteOperation(verb, object, Optional.empty());
    }

    /** {@code insert}, {@code update}, {@code upsert} or {@code delete}. */
    public String verbText() {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows get keys, new ones or those that were found. */
    public boolean hasKeys() {
        return verb == WriteVerb.INSERT || verb == WriteVerb.UPSERT;
    }

    /** Whether calls of both may be one call. */
    public boolean travelsWith(WriteOperation other) {
        return verb == other.verb && object.name().equals(other.object.name()) && key.equals(other.key);
    }
}
