package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes the catalog's records as describe spells them, so that {@link DescribeReader} reads them again. */
final class DescribeWriter {

    private final JsonGenerator json;

    private DescribeWriter(JsonGenerator json) {
        this.json = json;
    }

    /** As a global describe. */
    static void global(JsonGenerator json, List<ObjectSummary> objects) throws IOException {
        DescribeWriter writer = new DescribeWriter(json);
        json.writeStartObject();
        json.writeArrayFieldStart("sobjects");
        for (ObjectSummary object : objects) {
            json.writeStartObject();
            writer.summary(object);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** As the describe of one object. */
    static void object(JsonGenerator json, SObject object) throws IOException {
        DescribeWriter writer = new DescribeWriter(json);
        json.writeStartObject();
        writer.summary(object.summary());
        json.writeArrayFieldStart("fields");
        for (Field field : object.fields()) {
            writer.field(field);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("childRelationships");
        for (ChildRelationship child : object.children()) {
            writer.child(child);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recordTypeInfos");
        for (RecordType type : object.recordTypes()) {
            writer.recordType(type);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void summary(ObjectSummary object) throws IOException {
        text("name", object.name());
        text("label", object.label());
        text("labelPlural", object.labelPlural());
        text("keyPrefix", object.keyPrefix());
        flag("custom", object.custom());
        flag("customSetting", object.customSetting());
        flag("queryable", object.queryable());
        flag("createable", object.createable());
        flag("updateable", object.updateable());
        flag("deletable", object.deletable());
        flag("deprecatedAndHidden", object.deprecatedAndHidden());
    }

    private void field(Field field) throws IOException {
        json.writeStartObject();
        text("name", field.name());
        text("label", field.label());
        text("type", field.typeName());
        number("length", field.length());
        number("precision", field.precision());
        number("scale", field.scale());
        flag("nillable", field.nillable());
        flag("createable", field.createable());
        flag("updateable", field.updateable());
        flag("defaultedOnCreate", field.defaultedOnCreate());
        flag("calculated", field.calculated());
        flag("autoNumber", field.autoNumber());
        flag("unique", field.unique());
        flag("externalId", field.externalId());
        flag("idLookup", field.idLookup());
        flag("caseSensitive", field.caseSensitive());
        flag("nameField", field.nameField());
        flag("filterable", field.filterable());
        flag("sortable", field.sortable());
        flag("groupable", field.groupable());
        flag("aggregatable", field.aggregatable());
        flag("cascadeDelete", field.cascadeDelete());
        flag("restrictedDelete", field.restrictedDelete());
        flag("custom", field.custom());
        text("relationshipName", field.relationshipName());
        text("compoundFieldName", field.compoundFieldName());
        text("defaultValue", field.defaultValue());
        text("inlineHelpText", field.help());
        json.writeArrayFieldStart("referenceTo");
        for (String target : field.referenceTo()) {
            json.writeString(target);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("picklistValues");
        for (String value : field.picklistValues()) {
            json.writeStartObject();
            json.writeStringField("value", value);
            json.writeBooleanField("active", true);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void child(ChildRelationship child) throws IOException {
        json.writeStartObject();
        text("relationshipName", child.name());
        text("childSObject", child.childObject());
        text("field", child.field());
        flag("cascadeDelete", child.cascadeDelete());
        flag("restrictedDelete", child.restrictedDelete());
        json.writeEndObject();
    }

    private void recordType(RecordType type) throws IOException {
        json.writeStartObject();
        text("recordTypeId", type.id());
        text("name", type.name());
        text("developerName", type.developerName());
        flag("active", type.active());
        flag("available", type.available());
        flag("defaultRecordTypeMapping", type.isDefault());
        flag("master", type.master());
        json.writeEndObject();
    }

    /** What the reader takes for absent is left out. */
    private void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    private void number(String name, int value) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }
}
