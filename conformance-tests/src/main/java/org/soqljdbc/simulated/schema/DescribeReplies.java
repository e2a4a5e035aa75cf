package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Describe replies: the schema's JSON with the relationships and the URLs of one API version. */
public final class DescribeReplies {

    /** Members of an item of the global describe, as recorded. */
    private static final List<String> GLOBAL_MEMBERS = List.of(
            "activateable",
            "associateEntityType",
            "associateParentEntity",
            "createable",
            "custom",
            "customSetting",
            "deepCloneable",
            "deletable",
            "deprecatedAndHidden",
            "feedEnabled",
            "hasSubtypes",
            "isInterface",
            "isSubtype",
            "keyPrefix",
            "label",
            "labelPlural",
            "layoutable",
            "mergeable",
            "mruEnabled",
            "name",
            "queryable",
            "replicateable",
            "retrieveable",
            "searchable",
            "triggerable",
            "undeletable",
            "updateable");

    private final Schema schema;

    /** Describes the objects of that schema. */
    public DescribeReplies(Schema schema) {
        this.schema = schema;
    }

    /** {@code GET /sobjects}. @param version {@code v67.0} */
    public ObjectNode global(String version) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("encoding", "UTF-8");
        reply.put("maxBatchSize", 200);
        ArrayNode items = reply.putArray("sobjects");
        for (SObjectType type : schema.types()) {
            ObjectNode item = items.addObject();
            GLOBAL_MEMBERS.forEach(member -> item.set(member, type.json().get(member)));
            item.set("urls", urls(type, version, ""));
        }
        return reply;
    }

    /** {@code GET /sobjects/X/describe}. @param host the org's address, for the URLs of its pages */
    public ObjectNode object(SObjectType type, String version, String host) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.setAll(type.json());
        reply.set("childRelationships", children(type));
        reply.set("urls", urls(type, version, host));
        return reply;
    }

    private static ArrayNode children(SObjectType type) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ChildRelationship child : type.children()) {
            ObjectNode json = list.addObject();
            json.set("cascadeDelete", child.field().json().get("cascadeDelete"));
            json.put("childSObject", child.child().name());
            json.put("deprecatedAndHidden", false);
            json.put("field", child.field().name());
            json.putArray("junctionIdListNames");
            json.putArray("junctionReferenceTo");
            json.put("relationshipName", child.name().orElse(null));
            json.set("restrictedDelete", child.field().json().get("restrictedDelete"));
        }
        return list;
    }

    /** @param host empty for the global describe, whose items lack the URLs of pages */
    private static ObjectNode urls(SObjectType type, String version, String host) {
        ObjectNode urls = JsonNodeFactory.instance.objectNode();
        String base = "/services/data/" + version + "/sobjects/" + type.name();
        boolean laidOut = type.json().get("layoutable").booleanValue();
        if (laidOut) {
            urls.put("compactLayouts", base + "/describe/compactLayouts");
        }
        urls.put("rowTemplate", base + "/{ID}");
        if (laidOut) {
            urls.put("approvalLayouts", base + "/describe/approvalLayouts");
            if (!host.isEmpty()) {
                urls.put("uiDetailTemplate", host + "/{ID}");
                urls.put("uiEditTemplate", host + "/{ID}/e");
            }
            urls.put("listviews", base + "/listviews");
        }
        urls.put("describe", base + "/describe");
        if (laidOut) {
            if (!host.isEmpty()) {
                urls.put("uiNewRecord", host + "/" + type.idPrefix() + "/e");
            }
            urls.put("quickActions", base + "/quickActions");
            urls.put("layouts", base + "/describe/layouts");
        }
        urls.put("sobject", base);
        return urls;
    }
}
