package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The API versions the org serves, and the resources of one. */
final class ApiVersions {

    private static final int OLDEST = 31;
    private static final int NEWEST = 67;
    /** Versions from here to the oldest one were retired and answer 410. */
    private static final int RETIRED_FROM = 21;

    private static final List<String> SEASONS = List.of("Summer", "Winter", "Spring");
    private static final List<String> RESOURCES = List.of(
            "tooling",
            "metadata",
            "query",
            "queryAll",
            "sobjects",
            "search",
            "parameterizedSearch",
            "limits",
            "recent",
            "jobs",
            "composite",
            "connect");

    /** {@code GET /services/data}: oldest first. */
    ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int version = OLDEST; version <= NEWEST; version++) {
            ObjectNode item = list.addObject();
            item.put("label", label(version));
            item.put("url", "/services/data/v" + version + ".0");
            item.put("version", version + ".0");
        }
        return list;
    }

    /** Three releases a year; version 31 was Summer '14. */
    private static String label(int version) {
        int year = 14 + (version - OLDEST + 2) / 3;
        return SEASONS.get((version - OLDEST) % 3) + " '" + year;
    }

    /** What is wrong with a version named in a path. @param text {@code v67.0} */
    Optional<Reply> refusal(String text) {
        if (!text.matches("v[1-9][0-9]?\\.0")) {
            return Optional.of(Reply.notFound());
        }
        int version = Integer.parseInt(text.substring(1, text.length() - 2));
        if (version >= OLDEST && version <= NEWEST) {
            return Optional.empty();
        }
        return Optional.of(
                version >= RETIRED_FROM && version < OLDEST
                        ? Reply.error(410, "GONE", "The requested resource is no longer available")
                        : Reply.notFound());
    }

    /** {@code GET /services/data/vNN.0}. */
    ObjectNode resources(String version, String identityUrl) {
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        RESOURCES.forEach(name -> resources.put(name, "/services/data/" + version + "/" + name));
        resources.put("identity", identityUrl);
        return resources;
    }
}
