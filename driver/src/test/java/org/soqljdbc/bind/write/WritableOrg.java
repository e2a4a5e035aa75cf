package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.catalog.SmallOrg;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** A catalog of objects with everything that writes ask describe for. */
final class WritableOrg implements Catalog {

    private static final SObject COMPANY = SmallOrg.read("""
            {"name":"Company","createable":true,"updateable":true,"deletable":true,"fields":[
              {"name":"Id","type":"id","length":18},
              {"name":"Name","type":"string","length":10,"createable":true,"updateable":true},
              {"name":"Key__c","type":"string","length":20,"nillable":true,"createable":true,"updateable":true,
               "externalId":true,"unique":true,"idLookup":true},
              {"name":"Size","type":"int","digits":4,"nillable":true,"createable":true,"updateable":true},
              {"name":"Turnover","type":"currency","precision":8,"scale":2,"nillable":true,"createable":true,
               "updateable":true},
              {"name":"Founded","type":"date","nillable":true,"createable":true,"updateable":true},
              {"name":"Seen","type":"datetime","nillable":true,"createable":true,"updateable":true},
              {"name":"Opens","type":"time","nillable":true,"createable":true,"updateable":true},
              {"name":"Active","type":"boolean","defaultedOnCreate":true,"createable":true,"updateable":true},
              {"name":"Logo","type":"base64","nillable":true,"createable":true,"updateable":true},
              {"name":"ParentId","type":"reference","length":18,"nillable":true,"createable":true,"updateable":true,
               "relationshipName":"Parent","referenceTo":["Company"]},
              {"name":"OwnerId","type":"reference","length":18,"defaultedOnCreate":true,"createable":true,
               "updateable":true,"relationshipName":"Owner","referenceTo":["Company","Person"]},
              {"name":"Grade","type":"picklist","length":255,"nillable":true,"restrictedPicklist":true,
               "picklistValues":[{"active":true,"value":"First"},{"active":false,"value":"Fourth"}]},
              {"name":"Kinds","type":"multipicklist","length":4099,"nillable":true,"restrictedPicklist":true,
               "picklistValues":[{"active":true,"value":"Big"},{"active":true,"value":"Old"}]},
              {"name":"City","type":"picklist","length":255,"nillable":true,"restrictedPicklist":true,
               "dependentPicklist":true,"picklistValues":[{"active":true,"value":"Graz"}]},
              {"name":"Mood","type":"picklist","length":255,"nillable":true,
               "picklistValues":[{"active":true,"value":"Fine"}]},
              {"name":"Number","type":"string","length":30,"autoNumber":true}],
             "childRelationships":[]}
            """);

    private static final SObject PERSON = SmallOrg.read("""
            {"name":"Person","fields":[
              {"name":"Id","type":"id","length":18},
              {"name":"Login","type":"string","length":80,"idLookup":true}],
             "childRelationships":[]}
            """);

    private final Map<String, SObject> objects = new LinkedHashMap<>();

    WritableOrg() {
        List.of(COMPANY, PERSON).forEach(object -> objects.put(object.name().toUpperCase(), object));
    }

    static Field field(String name) {
        return COMPANY.field(name).orElseThrow();
    }

    @Override
    public List<ObjectSummary> objects(CallControl control) {
        return objects.values().stream().map(SObject::summary).toList();
    }

    @Override
    public SObject object(String name, CallControl control) throws SQLException {
        SObject object = objects.get(name.toUpperCase());
        if (object == null) {
            throw SqlErrors.of(SqlState.NO_SUCH_TABLE, "no object " + name);
        }
        return object;
    }

    @Override
    public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
        return objects;
    }
}
