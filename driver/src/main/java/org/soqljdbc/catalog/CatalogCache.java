package org.soqljdbc.catalog;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been learnt of one org as one user sees it (field-level security differs between users). Shared by the
 * connections of that user; holds no connection and no secret. Objects are held as long as there is memory for them.
 */
public final class CatalogCache {

    /**
     * Something learnt.
     *
     * @param lastModified what to ask with as {@code If-Modified-Since}, or ""
     * @param checkedNanos when it was last known to be so, by {@link System#nanoTime}; empty if this process never asked
     */
    public record Learnt<T>(T value, String lastModified, Optional<Long> checkedNanos) {

        Learnt<T> checkedAt(long nanos) {
            return new Learnt<>(value, lastModified, Optional.of(nanos));
        }

        boolean isYoungerThan(long ageNanos, long nowNanos) {
            return checkedNanos.isPresent() && nowNanos - checkedNanos.get() < ageNanos;
        }
    }

    private final Map<String, SoftReference<Learnt<SObject>>> objects = new ConcurrentHashMap<>();
    private volatile Learnt<List<ObjectSummary>> summaries;

    Optional<Learnt<List<ObjectSummary>>> summaries() {
        return Optional.ofNullable(summaries);
    }

    void keep(Learnt<List<ObjectSummary>> learnt) {
        summaries = learnt;
    }

    Optional<Learnt<SObject>> object(String name) {
        return Optional.ofNullable(objects.get(key(name))).map(SoftReference::get);
    }

    /** @param asked the name it was asked by: in an org with a namespace, describe answers a longer one */
    void keep(String asked, Learnt<SObject> object) {
        SoftReference<Learnt<SObject>> kept = new SoftReference<>(object);
        objects.put(key(asked), kept);
        objects.put(key(object.value().name()), kept);
    }

    /** It is no more. */
    void forget(String name) {
        objects.remove(key(name));
    }

    static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
