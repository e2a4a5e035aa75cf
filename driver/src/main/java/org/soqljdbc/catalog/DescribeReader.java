package org.soqljdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.ReplyErrors;

/**
 * Reads describe replies (REST API Developer Guide, "Describe Global" and "sObject Describe") into the catalog's
 * records.
 *
 * <p>Members it does not know are passed over, and absent ones are false, 0 or empty: older API versions lack some.
 */
final class DescribeReader {

    private final JsonParser json;

    private DescribeReader(JsonParser json) {
        this.json = json;
    }

    /** The objects of a global describe. @param json on the reply's START_OBJECT; left on its END_OBJECT */
    static List<ObjectSummary> global(JsonParser json) throws IOException {
        List<ObjectSummary> objects = new ArrayList<>();
        DescribeReader reader = new DescribeReader(json);
        while (reader.nextMember()) {
            if (reader.member().equals("sobjects")) {
                reader.eachElement(() -> objects.add(reader.object().summary()));
            } else {
                reader.skip();
            }
        }
        return List.copyOf(objects);
    }

    /** One object's describe. @param json on the reply's START_OBJECT; left on its END_OBJECT; must name the object */
    static SObject object(JsonParser json) throws IOException {
        SObject object = new DescribeReader(json).object();
        if (object.name().isEmpty()) {
            throw new CarriedSqlException(ReplyErrors.unexpected("a describe without the object's name"));
        }
        return object;
    }

    /** The same members describe one object here and there; only the single describe has fields and children. */
    private SObject object() throws IOException {
        String name = "";
        String label = "";
        String labelPlural = "";
        String keyPrefix = "";
        boolean custom = false;
        boolean customSetting = false;
        boolean queryable = false;
        boolean createable = false;
        boolean updateable = false;
        boolean deletable = false;
        boolean deprecatedAndHidden = false;
        List<Field> fields = new ArrayList<>();
        List<ChildRelationship> children = new ArrayList<>();
        List<RecordType> recordTypes = new ArrayList<>();
        while (nextMember()) {
            switch (member()) {
                case "name" -> name = text();
                case "label" -> label = text();
                case "labelPlural" -> labelPlural = text();
                case "keyPrefix" -> keyPrefix = text();
                case "custom" -> custom = flag();
                case "customSetting" -> customSetting = flag();
                case "queryable" -> queryable = flag();
                case "createable" -> createable = flag();
                case "updateable" -> updateable = flag();
                case "deletable" -> deletable = flag();
                case "deprecatedAndHidden" -> deprecatedAndHidden = flag();
                case "fields" -> eachElement(() -> fields.add(field()));
                case "childRelationships" -> eachElement(() -> children.add(child()));
                case "recordTypeInfos" -> eachElement(() -> recordTypes.add(recordType()));
                default -> skip();
            }
        }
        ObjectSummary summary = new ObjectSummary(
                name,
                label,
                labelPlural,
                keyPrefix,
                custom,
                customSetting,
                queryable,
                createable,
                updateable,
                deletable,
                deprecatedAndHidden);
        return new SObject(summary, fields, children, recordTypes);
    }

    private Field field() throws IOException {
        Field.Draft draft = new Field.Draft();
        while (nextMember()) {
            switch (member()) {
                case "name" -> draft.name = text();
                case "label" -> draft.label = text();
                case "type" -> draft.typeName = text().intern();
                case "length" -> draft.length = number();
                case "precision" -> draft.precision = number();
                case "digits" -> draft.digits = number();
                case "scale" -> draft.scale = number();
                case "nillable" -> draft.nillable = flag();
                case "createable" -> draft.createable = flag();
                case "updateable" -> draft.updateable = flag();
                case "defaultedOnCreate" -> draft.defaultedOnCreate = flag();
                case "calculated" -> draft.calculated = flag();
                case "autoNumber" -> draft.autoNumber = flag();
                case "unique" -> draft.unique = flag();
                case "externalId" -> draft.externalId = flag();
                case "idLookup" -> draft.idLookup = flag();
                case "caseSensitive" -> draft.caseSensitive = flag();
                case "nameField" -> draft.nameField = flag();
                case "filterable" -> draft.filterable = flag();
                case "sortable" -> draft.sortable = flag();
                case "groupable" -> draft.groupable = flag();
                case "aggregatable" -> draft.aggregatable = flag();
                case "cascadeDelete" -> draft.cascadeDelete = flag();
                case "restrictedDelete" -> draft.restrictedDelete = flag();
                case "custom" -> draft.custom = flag();
                case "relationshipName" -> draft.relationshipName = text();
                case "referenceTo" -> eachElement(() -> draft.referenceTo.add(text()));
                case "compoundFieldName" -> draft.compoundFieldName = text();
                case "defaultValue" -> draft.defaultValue = text();
                case "inlineHelpText" -> draft.help = text();
                case "restrictedPicklist" -> draft.restrictedPicklist = flag();
                case "dependentPicklist" -> draft.dependentPicklist = flag();
                case "picklistValues" -> eachElement(() -> pickValue(draft));
                default -> skip();
            }
        }
        return draft.finish();
    }

    private void pickValue(Field.Draft draft) throws IOException {
        String value = "";
        boolean active = false;
        while (nextMember()) {
            switch (member()) {
                case "value" -> value = text();
                case "active" -> active = flag();
                default -> skip();
            }
        }
        draft.knownValues.add(value);
        if (active) {
            draft.picklistValues.add(value);
        }
    }

    private ChildRelationship child() throws IOException {
        String name = "";
        String childObject = "";
        String field = "";
        boolean cascadeDelete = false;
        boolean restrictedDelete = false;
        while (nextMember()) {
            switch (member()) {
                case "relationshipName" -> name = text();
                case "childSObject" -> childObject = text();
                case "field" -> field = text();
                case "cascadeDelete" -> cascadeDelete = flag();
                case "restrictedDelete" -> restrictedDelete = flag();
                default -> skip();
            }
        }
        return new ChildRelationship(name, childObject, field, cascadeDelete, restrictedDelete);
    }

    private RecordType recordType() throws IOException {
        String id = "";
        String name = "";
        String developerName = "";
        boolean active = false;
        boolean available = false;
        boolean isDefault = false;
        boolean master = false;
        while (nextMember()) {
            switch (member()) {
                case "recordTypeId" -> id = text();
                case "name" -> name = text();
                case "developerName" -> developerName = text();
                case "active" -> active = flag();
                case "available" -> available = flag();
                case "defaultRecordTypeMapping" -> isDefault = flag();
                case "master" -> master = flag();
                default -> skip();
            }
        }
        return new RecordType(id, name, developerName, active, available, isDefault, master);
    }

    // ---- the tokenizer, one member at a time -----------------------------------------------------------------

    private interface Step {
        void read() throws IOException;
    }

    /** Moves to the next member's value; false at the end of the object. */
    private boolean nextMember() throws IOException {
        if (json.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        json.nextToken();
        return true;
    }

    private String member() throws IOException {
        return json.currentName();
    }

    private void eachElement(Step step) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            skip();
            return;
        }
        JsonToken token = json.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            step.read();
            token = json.nextToken();
        }
    }

    /** The value's text; "" for null. A default value may be a boolean or a number. */
    private String text() throws IOException {
        if (json.currentToken().isStructStart()) {
            skip();
            return "";
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private boolean flag() throws IOException {
        skip();
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    private int number() throws IOException {
        skip();
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : 0;
    }

    private void skip() throws IOException {
        json.skipChildren();
    }
}
