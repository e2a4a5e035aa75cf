package org.soqljdbc.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been learnt of one org as one user sees it (field-level security differs between users). Shared by the
 * connections of that user; holds no connection and no secret.
 */
public final class CatalogCache {

    private final Map<String, SObject> objects = new ConcurrentHashMap<>();
    private volatile List<ObjectSummary> summaries;

    Optional<List<ObjectSummary>> summaries() {
        return Optional.ofNullable(summaries);
    }

    void keep(List<ObjectSummary> learnt) {
        summaries = List.copyOf(learnt);
    }

    Optional<SObject> object(String name) {
        return Optional.ofNullable(objects.get(key(name)));
    }

    /** @param asked the name it was asked by: in an org with a namespace, describe answers a longer one */
    void keep(String asked, SObject object) {
        objects.put(key(asked), object);
        objects.put(key(object.name()), object);
    }

    static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
