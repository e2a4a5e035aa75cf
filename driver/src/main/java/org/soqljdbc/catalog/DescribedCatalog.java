package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.DescribeApi;
import org.soqljdbc.api.DescribeSink;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** The catalog as describe tells it: what the shared cache lacks is asked for, with one connection's calls. */
public final class DescribedCatalog implements Catalog {

    private final DescribeApi api;
    private final CatalogCache cache;

    public DescribedCatalog(DescribeApi api, CatalogCache cache) {
        this.api = api;
        this.cache = cache;
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) throws SQLException {
        Optional<List<ObjectSummary>> known = cache.summaries();
        if (known.isPresent()) {
            return known.get();
        }
        List<ObjectSummary> summaries = new ArrayList<>();
        api.global(
                "the list of objects",
                Optional.empty(),
                new DescribeSink() {
                    @Override
                    public void described(String name, JsonParser json) throws IOException {
                        summaries.addAll(DescribeReader.global(json));
                    }

                    @Override
                    public void failed(String name, SQLException why) throws SQLException {
                        throw why;
                    }
                },
                control);
        cache.keep(summaries);
        return List.copyOf(summaries);
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        SQLException[] refusal = new SQLException[1];
        Map<String, SObject> found = load(List.of(name), control, refused -> refusal[0] = refused);
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
    public Map<String, SObject> objects(Collection<String> names, CallControl control) throws SQLException {
        return load(names, control, refused -> {});
    }

    private interface Refusals {
        void take(SQLException refused);
    }

    private Map<String, SObject> load(Collection<String> names, CallControl control, Refusals refusals)
            throws SQLException {
        Map<String, SObject> found = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            cache.object(name).ifPresentOrElse(object -> found.put(name, object), () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            api.describe(
                    unknown,
                    new DescribeSink() {
                        @Override
                        public void described(String name, JsonParser json) throws IOException {
                            SObject object = DescribeReader.object(json);
                            cache.keep(name, object);
                            found.put(name, object);
                        }

                        @Override
                        public void failed(String name, SQLException why) {
                            refusals.take(why);
                        }
                    },
                    control);
        }
        return found;
    }
}
