package org.soqljdbc.bind;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/**
 * The objects that a binding has met. What is asked for and not yet known is noted, so that all that one pass over the
 * statement misses comes with one call.
 */
public final class KnownObjects {

    private final String schema;

    private final Map<String, SObject> known = new HashMap<>();
    /** What describe said of those it refused. */
    private final Map<String, SQLException> refusals = new HashMap<>();

    private final Map<String, String> missing = new HashMap<>();

    /** Of the org's own objects. */
    public KnownObjects() {
        this(Catalog.SCHEMA);
    }

    /** @param schema that every object is in */
    public KnownObjects(String schema) {
        this.schema = schema;
    }

    /** The schema that every object is in. */
    public String schema() {
        return schema;
    }

    /** @param name as the statement has it: in an org with a namespace, the object's own is longer */
    public void add(String name, SObject object) {
        known.put(key(name), object);
    }

    /** The object, if it is known by now. */
    public Optional<SObject> find(String name) {
        SObject object = known.get(key(name));
        if (object == null && !isUndescribable(name)) {
            missing.put(key(name), name);
        }
        return Optional.ofNullable(object);
    }

    /** 42S02 for an object that describe refused, naming the nearest one. @param place before the message: {@code line 1:8: }, or nothing */
    public SQLException noSuchObject(String place, String name) {
        SQLException refusal = refusals.get(key(name));
        String message = SqlState.NO_SUCH_TABLE.code().equals(refusal.getSQLState())
                ? refusal.getMessage()
                : "The org has no object '" + name + "' that this user may see";
        return SqlErrors.of(SqlState.NO_SUCH_TABLE, place + message, refusal);
    }

    /** Whether describe refused it. */
    public boolean isUndescribable(String name) {
        return refusals.containsKey(key(name));
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Loads what was missing. */
    public void load(Catalog catalog, CallControl control) throws SQLException {
        Map<String, SObject> loaded = catalog.objects(missing.values(), control);
        for (String name : missing.values()) {
            SObject object = loaded.get(name);
            if (object == null) {
                loadAlone(name, catalog, control);
            } else {
                known.put(key(name), object);
            }
        }
        missing.clear();
    }

    /** Of an object left out of the reply for several, asks why: only one that is not there may count as such. */
    private void loadAlone(String name, Catalog catalog, CallControl control) throws SQLException {
        try {
            known.put(key(name), catalog.object(name, control));
        } catch (SQLException refused) {
            String state = refused.getSQLState();
            if (!SqlState.NO_SUCH_TABLE.code().equals(state)
                    && !SqlState.NO_PRIVILEGE.code().equals(state)) {
                throw refused;
            }
            refusals.put(key(name), refused);
        }
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
