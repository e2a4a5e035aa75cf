package org.soqljdbc.benchmarks;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.SfType;

/** Two objects that can be planned with, and not asked. */
final class SmallOrg implements OrgTables, Catalog {

    private static final int NAME_LENGTH = 80;
    private static final int ID_LENGTH = 18;

    private final Map<String, SObject> objects = new LinkedHashMap<>();

    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    SmallOrg() {
        add("Account", text("Name", SfType.STRING), text("Industry", SfType.STRING));
        add("Contact", text("LastName", SfType.STRING), reference("AccountId", "Account"));
    }

    private void add(String name, Field... fields) {
        List<Field> all = new java.util.ArrayList<>(List.of(text("Id", SfType.ID)));
        all.addAll(List.of(fields));
        ObjectSummary summary = new ObjectSummary(name, name, name, "", false, false, true, true, true, true, false);
        objects.put(name, new SObject(summary, all, List.of()));
    }

    private static Field reference(String name, String parent) {
        return field(name, SfType.REFERENCE, parent, List.of(parent));
    }

    private static Field text(String name, SfType type) {
        return field(name, type, "", List.of());
    }

    private static Field field(String name, SfType type, String relationship, List<String> parents) {
        return new Field(
                name,
                name,
                type,
                type.name(),
                parents.isEmpty() && type != SfType.ID ? NAME_LENGTH : ID_LENGTH,
                0,
                0,
                type != SfType.ID,
                true,
                true,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                true,
                true,
                true,
                false,
                false,
                false,
                relationship,
                parents,
                "",
                "",
                "",
                List.of(),
                List.of());
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) {
        return objects.values().stream().map(SObject::summary).toList();
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        SObject found = objects.get(name);
        if (found == null) {
            throw SqlErrors.of(SqlState.NO_SUCH_TABLE, name);
        }
        return found;
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
        Map<String, SObject> found = new LinkedHashMap<>();
        names.stream().filter(objects::containsKey).forEach(name -> found.put(name, objects.get(name)));
        return found;
    }

    @Override
    public Catalog catalog() {
        return this;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public CompoundFields compoundFields() {
        return CompoundFields.PARTS;
    }

    @Override
    public boolean pushesDown() {
        return true;
    }

    @Override
    public int maxLocalRows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public <T> T kept(Class<T> type, Supplier<T> first) {
        return type.cast(kept.computeIfAbsent(type, absent -> first.get()));
    }

    @Override
    public RowStream scan(SoqlQuery query, CallControl control) throws SQLException {
        throw SqlErrors.of(SqlState.CANNOT_CONNECT, "There is no org");
    }
}
