package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The replies that later requests may refer to, as {@code @{ref.id}} or {@code @{ref.records[0].Id}}. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("@\\{([^}]*)}");
    private static final Pattern STEP = Pattern.compile("([A-Za-z0-9_-]+)|\\[(\\d{1,6})]");

    private final Map<String, JsonNode> bodies = new HashMap<>();

    /** A reference that leads nowhere. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message, null, false, false);
        }
    }

    /** The names that a text refers to. */
    static List<String> named(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(found -> found.group(1).split("[.\\[]")[0])
                .toList();
    }

    /** Names are case-sensitive; a failed reply can be named but gives nothing. */
    void put(String name, JsonNode body, boolean failed) {
        bodies.put(name, failed ? JsonNodeFactory.instance.nullNode() : body);
    }

    /** The JSON with every reference replaced. */
    JsonNode resolved(JsonNode json) {
        if (json.isTextual()) {
            return TextNode.valueOf(resolved(json.textValue()));
        }
        if (json.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            json.properties().forEach(member -> object.set(member.getKey(), resolved(member.getValue())));
            return object;
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(resolved(item)));
            return array;
        }
        return json;
    }

    /** The text with every reference replaced. */
    String resolved(String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String path = found.group(1);
        Matcher steps = STEP.matcher(path);
        String name = steps.find() && steps.group(1) != null ? steps.group(1) : path;
        JsonNode node = bodies.get(name);
        if (node == null) {
            throw new Unknown("Unknown reference " + name + " in @{" + path + "}");
        }
        while (steps.find()) {
            node = steps.group(1) != null ? node.path(steps.group(1)) : node.path(Integer.parseInt(steps.group(2)));
        }
        if (node.isMissingNode() || node.isNull() || node.isContainerNode()) {
            throw new Unknown("No value for " + path + " found in " + name);
        }
        return node.asText();
    }
}
