package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** A catalog of recorded describes, one for each file. */
public final class RecordedOrg implements Catalog {

    private final Map<String, SObject> objects = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param fixtures a folder of recorded replies @param files names of object describes in it */
    public RecordedOrg(Path fixtures, List<String> files) throws IOException {
        for (String file : files) {
            // Some recordings begin with a byte order mark.
            String text = Files.readString(fixtures.resolve(file), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "");
            try (JsonParser json = new JsonFactory().createParser(text)) {
                json.nextToken();
                SObject object = DescribeReader.object(json);
                objects.put(object.name(), object);
            }
        }
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) {
        return objects.values().stream().map(SObject::summary).toList();
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        SObject object = objects.get(name);
        if (object == null) {
            throw SqlErrors.of(SqlState.NO_SUCH_TABLE, "no recording of " + name);
        }
        return object;
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
        Map<String, SObject> found = new LinkedHashMap<>();
        names.stream().filter(objects::containsKey).forEach(name -> found.put(name, objects.get(name)));
        return found;
    }
}
