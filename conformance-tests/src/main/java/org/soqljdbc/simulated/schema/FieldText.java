package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the describe JSON of a field from its line of the schema's text. */
final class FieldText {

    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:\\((.*)\\))?");
    /** Text longer than this can be neither filtered, sorted nor grouped (recorded describes). */
    private static final int LONG_TEXT = 255;

    private static final Set<String> NEVER_FILTERED = Set.of("base64", "anyType", "encryptedstring", "complexvalue");
    private static final Set<String> NEVER_SORTED = Set.of(
            "base64",
            "anyType",
            "encryptedstring",
            "address",
            "location",
            "multipicklist",
            "datacategorygroupreference",
            "complexvalue");
    private static final Set<String> NEVER_GROUPED = Set.of("currency", "double", "percent", "datetime", "combobox");
    private static final Set<String> NEVER_AGGREGATED = Set.of("boolean", "time");

    /** Adds the field of a line, after the parts that a compound field brings with it. */
    void addTo(ArrayNode fields, Words words) {
        String name = words.at(0);
        if (words.at(1).equals("address")) {
            addressParts(fields, name);
        } else if (words.at(1).equals("location")) {
            locationParts(fields, name);
        }
        fields.add(json(words));
    }

    private void addressParts(ArrayNode fields, String name) {
        String prefix = name.substring(0, name.length() - "Address".length());
        String part = " compound=" + name;
        for (String line : List.of(
                "Street textarea(255) extra=plaintextarea",
                "City string(40)",
                "State string(80)",
                "PostalCode string(20)",
                "Country string(80)",
                "Latitude double(18,15)",
                "Longitude double(18,15)",
                "GeocodeAccuracy picklist(Address|Block|Street|Zip|City|State|Unknown) restricted length=40")) {
            fields.add(json(SchemaText.words(prefix + line + part)));
        }
    }

    private void locationParts(ArrayNode fields, String name) {
        String stem = name.substring(0, name.length() - "__c".length());
        for (String part : List.of("Latitude", "Longitude")) {
            fields.add(json(SchemaText.words(stem + "__" + part + "__s double(18,15) compound=" + name)));
        }
    }

    private ObjectNode json(Words words) {
        String name = words.at(0);
        Matcher matcher = TYPE.matcher(words.at(1));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + " has no type: " + words.at(1));
        }
        String type = matcher.group(1);
        String arguments = matcher.group(2) == null ? "" : matcher.group(2);
        int length = words.value("length")
                .map(Integer::parseInt)
                .orElseGet(() -> length(type, arguments, name.endsWith("__c")));
        boolean formula = words.value("formula").isPresent();
        boolean computed = formula
                || words.has("ro")
                || Set.of("id", "address", "location").contains(type);
        boolean custom = name.endsWith("__c") || name.endsWith("__s");
        boolean isBoolean = type.equals("boolean");
        boolean plain = !NEVER_FILTERED.contains(type) && !(type.equals("textarea") && length > LONG_TEXT);
        boolean sorted = plain && !NEVER_SORTED.contains(type);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("aggregatable", sorted && !NEVER_AGGREGATED.contains(type) && !words.has("noaggr"));
        json.put("aiPredictionField", false);
        json.put("autoNumber", words.has("auto"));
        int bytes = type.equals("id") || type.equals("reference") ? length : length * 3;
        json.put("byteLength", words.value("bytes").map(Integer::parseInt).orElse(bytes));
        json.put("calculated", formula);
        json.put("calculatedFormula", words.value("formula").orElse(null));
        json.put("cascadeDelete", words.has("cascade"));
        json.put("caseSensitive", words.has("cs"));
        json.put("compoundFieldName", words.value("compound").orElse(null));
        json.putNull("controllerName");
        json.put("createable", !computed);
        json.put("custom", custom);
        if (isBoolean) {
            json.put("defaultValue", false);
        } else {
            json.put("defaultValue", words.value("default").orElse(null));
        }
        json.putNull("defaultValueFormula");
        json.put("defaultedOnCreate", isBoolean || type.equals("id") || defaulted(words, type));
        json.put("dependentPicklist", false);
        json.put("deprecatedAndHidden", false);
        json.put("digits", type.equals("int") ? number(arguments, 0, 8) : 0);
        json.put("displayLocationInDecimal", type.equals("location"));
        json.put("encrypted", type.equals("encryptedstring"));
        json.put("externalId", words.has("ext"));
        boolean plainText = type.equals("textarea") && !custom && !words.has("html");
        json.put("extraTypeInfo", words.value("extra").orElse(plainText ? "plaintextarea" : null));
        json.put("filterable", plain && !words.has("nofilter"));
        json.putNull("filteredLookupInfo");
        json.put("formulaTreatNullNumberAsZero", formula);
        json.put("groupable", sorted && !NEVER_GROUPED.contains(type) && !formula && !words.has("nogroup"));
        json.put("highScaleNumber", false);
        json.put("htmlFormatted", words.has("html"));
        json.put("idLookup", words.has("lookup") || type.equals("id"));
        json.put("inlineHelpText", words.value("help").orElse(null));
        json.put("label", words.value("label").orElseGet(() -> label(name)));
        json.put("length", length);
        if (type.equals("encryptedstring")) {
            json.put("mask", "asterisk");
            json.put("maskType", "all");
        } else {
            json.putNull("mask");
            json.putNull("maskType");
        }
        json.put("name", name);
        json.put("nameField", words.has("nameField"));
        json.put("namePointing", type.equals("reference") && arguments.contains(","));
        json.put("nillable", !isBoolean && !type.equals("id") && !words.has("req"));
        json.put("permissionable", permissionable(words, computed));
        picklist(json.putArray("picklistValues"), type, arguments);
        json.put("polymorphicForeignKey", type.equals("reference") && arguments.contains(","));
        boolean decimal = Set.of("double", "currency", "percent").contains(type);
        json.put("precision", decimal ? number(arguments, 0, 18) : 0);
        json.put("queryByDistance", type.equals("address") || type.equals("location"));
        json.putNull("referenceTargetField");
        ArrayNode targets = json.putArray("referenceTo");
        if (type.equals("reference")) {
            List.of(arguments.split(",")).forEach(targets::add);
        }
        json.put("relationshipName", words.value("rel").orElse(null));
        words.value("md")
                .ifPresentOrElse(
                        order -> json.put("relationshipOrder", Integer.parseInt(order)),
                        () -> json.putNull("relationshipOrder"));
        json.put("restrictedDelete", words.has("restrict"));
        json.put("restrictedPicklist", words.has("restricted"));
        json.put("scale", decimal ? number(arguments, 1, 0) : 0);
        json.put("searchPrefilterable", type.equals("reference") && searchPrefilterable(words));
        json.put("soapType", soapType(type));
        json.put("sortable", sorted && !words.has("nosort"));
        json.put("type", type);
        json.put("unique", words.has("unique"));
        json.put("updateable", !computed && words.value("md").isEmpty() && !words.has("noupdate"));
        json.put("writeRequiresMasterRead", false);
        words.value("children").ifPresent(child -> json.put("childName", child));
        return json;
    }

    /** Whether field-level security can hide the field: not what every user must have, nor what the server fills. */
    private static boolean permissionable(Words words, boolean computed) {
        if (words.has("perm") || words.at(1).equals("address")) {
            return true;
        }
        boolean partOfName = words.value("compound").filter("Name"::equals).isPresent();
        return !computed && !words.has("noperm") && !words.has("req") && !words.has("nameField") && !partOfName;
    }

    private static boolean searchPrefilterable(Words words) {
        return words.has("spf") || !words.has("ro") && !words.has("default") && !words.has("nospf");
    }

    private static boolean defaulted(Words words, String type) {
        boolean audit = words.has("ro") && words.has("req") && (type.equals("datetime") || type.equals("reference"));
        return audit
                || words.has("default")
                || words.has("auto")
                || words.value("default").isPresent();
    }

    private static void picklist(ArrayNode values, String type, String arguments) {
        if (!Set.of("picklist", "multipicklist", "combobox").contains(type)) {
            return;
        }
        for (String value : arguments.split("\\|")) {
            int equals = value.indexOf('=');
            ObjectNode json = values.addObject();
            json.put("active", true);
            json.put("defaultValue", false);
            json.put("label", value.substring(equals + 1));
            json.putNull("validFor");
            json.put("value", equals < 0 ? value : value.substring(0, equals));
        }
    }

    /** Characters; as recorded where a recording has the type. */
    private static int length(String type, String arguments, boolean custom) {
        return switch (type) {
            case "id", "reference" -> 18;
            case "picklist" -> custom ? 255 : 40;
            case "combobox", "url" -> 255;
            case "multipicklist" -> 4099;
            case "phone" -> 40;
            case "email" -> 80;
            case "string", "textarea", "encryptedstring", "datacategorygroupreference" -> number(arguments, 0, 255);
            default -> 0;
        };
    }

    private static String soapType(String type) {
        return switch (type) {
            case "id", "reference" -> "tns:ID";
            case "boolean" -> "xsd:boolean";
            case "int" -> "xsd:int";
            case "long" -> "xsd:long";
            case "double", "currency", "percent" -> "xsd:double";
            case "date" -> "xsd:date";
            case "datetime" -> "xsd:dateTime";
            case "time" -> "xsd:time";
            case "base64" -> "xsd:base64Binary";
            case "anyType", "complexvalue" -> "xsd:anyType";
            case "address" -> "urn:address";
            case "location" -> "urn:location";
            default -> "xsd:string";
        };
    }

    private static int number(String arguments, int index, int otherwise) {
        String[] parts = arguments.split(",");
        return index < parts.length && !parts[index].isBlank() ? Integer.parseInt(parts[index].trim()) : otherwise;
    }

    /** {@code AnnualRevenue} becomes {@code Annual Revenue}, {@code Opens_At__c} becomes {@code Opens At}. */
    static String label(String name) {
        String label = name.replaceAll("__[a-z]+$", "")
                .replaceAll("_+", " ")
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ")
                .trim();
        return label.endsWith(" Id") ? label.substring(0, label.length() - 2) + "ID" : label;
    }
}
