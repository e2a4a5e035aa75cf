package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.soqljdbc.api.DescribeApi;
import org.soqljdbc.api.DescribeSink;
import org.soqljdbc.catalog.CatalogCache.Learnt;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/**
 * The catalog as describe tells it: what the shared cache lacks is asked for, with one connection's calls; what it has
 * held for too long is asked for if it changed.
 */
public final class DescribedCatalog implements Catalog {

    private static final Logger LOG = Logger.getLogger("org.soqljdbc.catalog");

    /** Progress is told after each so many objects. */
    private static final int TOLD = 100;

    private final DescribeApi api;
    private final CatalogCache cache;
    private final CatalogStore store;
    private final long maxAgeNanos;
    private final LongSupplier nanoTime;
    private final Optional<Catalog> tooling;

    /**
     * With everything it needs.
     *
     * @param maxAge for how long what was learnt is used without asking whether it changed
     * @param tooling the catalog of Tooling API; empty for that one itself
     */
    public DescribedCatalog(
            DescribeApi api,
            CatalogCache cache,
            CatalogStore store,
            Duration maxAge,
            LongSupplier nanoTime,
            Optional<Catalog> tooling) {
        this.tooling = tooling;
        this.api = api;
        this.cache = cache;
        this.store = store;
        this.maxAgeNanos = maxAge.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public String schema() {
        return tooling.isPresent() ? SCHEMA : TOOLING;
    }

    @Override
    public Optional<Catalog> tooling() {
        return tooling;
    }

    private boolean isFresh(Learnt<?> learnt) {
        return learnt.isYoungerThan(maxAgeNanos, nanoTime.getAsLong());
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) throws SQLException {
        Optional<Learnt<List<ObjectSummary>>> known = cache.summaries();
        if (known.filter(this::isFresh).isPresent()) {
            return known.get().value();
        }
        if (known.isEmpty()) {
            known = store.objects();
        }
        ListSink sink = new ListSink(known);
        api.global(
                "the list of objects", known.map(Learnt::lastModified).filter(date -> !date.isEmpty()), sink, control);
        cache.keep(sink.learnt);
        return sink.learnt.value();
    }

    /** Takes the list of all objects, or that it is the same as before. */
    private final class ListSink implements DescribeSink {

        private final Optional<Learnt<List<ObjectSummary>>> before;
        private Learnt<List<ObjectSummary>> learnt;

        ListSink(Optional<Learnt<List<ObjectSummary>>> before) {
            this.before = before;
        }

        @Override
        public void described(String name, JsonParser json) throws IOException {
            learnt = new Learnt<>(DescribeReader.global(json), "", Optional.of(nanoTime.getAsLong()));
        }

        @Override
        public void dated(String name, String lastModified) {
            learnt = new Learnt<>(learnt.value(), lastModified, learnt.checkedNanos());
            store.keepObjects(learnt);
        }

        @Override
        public void unchanged(String name) {
            learnt = before.orElseThrow().checkedAt(nanoTime.getAsLong());
        }

        @Override
        public void failed(String name, SQLException why) throws SQLException {
            throw why;
        }
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        SQLException[] refusal = new SQLException[1];
        Map<String, SObject> found = load(List.of(name), control, (asked, refused) -> refusal[0] = refused);
        SObject object = found.get(name);
        if (object != null) {
            return object;
        }
        if (refusal[0] != null && !SqlState.NO_SUCH_TABLE.code().equals(refusal[0].getSQLState())) {
            throw refusal[0];
        }
        List<String> names = objects(control).stream().map(ObjectSummary::name).toList();
        throw SqlErrors.of(
                SqlState.NO_SUCH_TABLE,
                "The org has no object '" + name + "' that this user may see" + NearestName.hint(name, names),
                refusal[0]);
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control)
            throws SQLException {
        return load(names, control, refusals);
    }

    private Map<String, SObject> load(Collection<String> names, CallControl control, Refusals refusals)
            throws SQLException {
        Map<String, SObject> found = new LinkedHashMap<>();
        Map<String, Learnt<SObject>> old = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (String name : names) {
            Optional<Learnt<SObject>> known = cache.object(name);
            if (known.filter(this::isFresh).isPresent()) {
                found.put(name, known.get().value());
            } else {
                asked.add(name);
                known.or(() -> store.object(name)).ifPresent(learnt -> old.put(name, learnt));
            }
        }
        if (!asked.isEmpty()) {
            Map<String, String> since = new HashMap<>();
            old.forEach((name, learnt) -> {
                if (!learnt.lastModified().isEmpty()) {
                    since.put(name, learnt.lastModified());
                }
            });
            api.describe(asked, since, new ObjectSink(asked.size(), old, found, refusals), control);
        }
        return found;
    }

    /** Takes describes as they come, and tells the log how far it is. */
    private final class ObjectSink implements DescribeSink {

        private final int count;
        private final Map<String, Learnt<SObject>> old;
        private final Map<String, SObject> found;
        private final Refusals refusals;
        private SObject last;
        private int done;

        ObjectSink(int count, Map<String, Learnt<SObject>> old, Map<String, SObject> found, Refusals refusals) {
            this.count = count;
            this.old = old;
            this.found = found;
            this.refusals = refusals;
        }

        @Override
        public void described(String name, JsonParser json) throws IOException {
            last = DescribeReader.object(json);
            found.put(name, last);
        }

        @Override
        public void dated(String name, String lastModified) {
            Learnt<SObject> learnt = new Learnt<>(last, lastModified, Optional.of(nanoTime.getAsLong()));
            cache.keep(name, learnt);
            store.keep(name, learnt);
            progress();
        }

        @Override
        public void unchanged(String name) {
            Learnt<SObject> same = old.get(name).checkedAt(nanoTime.getAsLong());
            cache.keep(name, same);
            found.put(name, same.value());
            progress();
        }

        @Override
        public void failed(String name, SQLException why) {
            cache.forget(name);
            refusals.refused(name, why);
            progress();
        }

        private void progress() {
            done++;
            if (count > 1 && (done % TOLD == 0 || done == count) && LOG.isLoggable(Level.FINE)) {
                LOG.fine("described " + done + " of " + count + " objects");
            }
        }
    }
}
