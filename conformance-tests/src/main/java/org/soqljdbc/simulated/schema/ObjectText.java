package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Makes the describe JSON of an object, without fields, from its line of the schema's text. */
final class ObjectText {

    /** Id of the record type that every object has (recorded replies). */
    static final String MASTER_RECORD_TYPE = "012000000000000AAA";

    /** Record types are numbered in the order of the text; their rows have the same numbers. */
    private int recordTypeCount;

    /** Members in the order of the alphabet, as recorded; {@code fields} and {@code childRelationships} come later. */
    ObjectNode json(Words head, String name, String prefix) {
        boolean ordinary = !head.has("bare");
        boolean writable = !head.has("readonly");
        boolean queryable = !head.has("noquery");
        String label = head.value("label").orElse(FieldText.label(name));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("actionOverrides");
        json.put("activateable", false);
        json.put("associateEntityType", head.value("associate").orElse(null));
        json.put("associateParentEntity", head.value("parent").orElse(null));
        json.putArray("childRelationships");
        json.put("compactLayoutable", ordinary && writable);
        json.put("createable", writable);
        json.put("custom", name.contains("__"));
        json.put("customSetting", head.has("customSetting"));
        json.put("deepCloneable", head.has("clone"));
        json.putNull("defaultImplementation");
        json.put("deletable", writable && ordinary && !head.has("nodelete"));
        json.put("deprecatedAndHidden", false);
        json.putNull("extendedBy");
        json.putNull("extendsInterfaces");
        json.put("feedEnabled", head.has("feed"));
        json.putArray("fields");
        json.put("hasSubtypes", false);
        json.putNull("implementedBy");
        json.putNull("implementsInterfaces");
        json.put("isInterface", false);
        json.put("isSubtype", false);
        json.put("keyPrefix", prefix.isEmpty() || head.has("noprefix") ? null : prefix);
        json.put("label", label);
        json.put("labelPlural", head.value("plural").orElse(label + "s"));
        json.put("layoutable", ordinary && writable);
        json.putNull("listviewable");
        json.putNull("lookupLayoutable");
        json.put("mergeable", head.has("merge"));
        json.put("mruEnabled", ordinary && writable && !head.has("hidden"));
        json.put("name", name);
        json.putArray("namedLayoutInfos");
        json.putNull("networkScopeFieldName");
        json.put("queryable", queryable);
        recordTypes(json.putArray("recordTypeInfos"), head.list("recordTypes"), ordinary);
        json.put("replicateable", ordinary);
        json.put("retrieveable", queryable);
        json.put("searchLayoutable", ordinary && writable && !head.has("hidden"));
        json.put("searchable", ordinary && writable && !head.has("hidden"));
        json.put("sobjectDescribeOption", "FULL");
        json.putArray("supportedScopes");
        json.put("triggerable", ordinary && writable);
        json.put("undeletable", head.has("undelete"));
        json.put("updateable", writable);
        return json;
    }

    /** Adds what only the fields tell: the scopes. */
    void settle(ObjectNode json) {
        ArrayNode scopes = (ArrayNode) json.get("supportedScopes");
        if (!json.get("queryable").booleanValue() || !json.get("mruEnabled").booleanValue()) {
            return;
        }
        String plural = json.get("labelPlural").textValue().toLowerCase(Locale.ROOT);
        scope(scopes, "All " + plural, "everything");
        for (JsonNode field : json.get("fields")) {
            if (field.get("name").textValue().equals("OwnerId")) {
                scope(scopes, "My " + plural, "mine");
                scope(scopes, "My team's " + plural, "team");
            }
        }
    }

    private static void scope(ArrayNode scopes, String label, String name) {
        scopes.addObject().put("label", label).put("name", name);
    }

    private void recordTypes(ArrayNode infos, List<String> names, boolean ordinary) {
        if (!ordinary) {
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            recordType(infos, names.get(i), Ids.of("012", ++recordTypeCount), i == 0, false);
        }
        recordType(infos, "Master", MASTER_RECORD_TYPE, names.isEmpty(), true);
    }

    private static void recordType(ArrayNode infos, String name, String id, boolean byDefault, boolean master) {
        ObjectNode info = infos.addObject();
        info.put("active", true);
        info.put("available", true);
        info.put("defaultRecordTypeMapping", byDefault);
        info.put("developerName", name);
        info.put("master", master);
        info.put("name", name);
        info.put("recordTypeId", id);
        info.putObject("urls");
    }
}
