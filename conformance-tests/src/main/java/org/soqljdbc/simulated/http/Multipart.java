package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Reads {@code multipart/form-data}: JSON first, then the bytes of a field (REST API, "Insert or Update Blob Data"). */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** One part. @param headers by name in lower case */
    record Part(String name, Map<String, String> headers, byte[] body) {

        boolean isFile() {
            return headers.getOrDefault("content-disposition", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("filename=");
        }
    }

    boolean isUsed(Request request) {
        return request.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .isPresent();
    }

    /** The record of the JSON part, the bytes of the others added as base64. */
    JsonNode record(Request request, SObjectType type) {
        List<Part> parts = parts(request);
        if (parts.isEmpty() || parts.get(0).isFile()) {
            throw WriteRefusal.bare(
                    "INVALID_MULTIPART_REQUEST", "Multipart message must include a non-binary part first");
        }
        ObjectNode record = (ObjectNode) WriteReplies.body(parts.get(0).body());
        for (Part part : parts.subList(1, parts.size())) {
            boolean blob = part.isFile()
                    && type.field(part.name())
                            .filter(field -> field.type().equals("base64"))
                            .isPresent();
            if (!blob) {
                throw WriteRefusal.bare(
                        "INVALID_MULTIPART_REQUEST", "No binary field is named " + part.name() + ", or no filename");
            }
            record.put(part.name(), Base64.getEncoder().encodeToString(part.body()));
        }
        return record;
    }

    /** The parts in order. */
    List<Part> parts(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw WriteRefusal.bare("INVALID_MULTIPART_REQUEST", "Content-Type names no boundary");
        }
        byte[] body = request.body();
        byte[] mark = ("--" + boundary.group(1)).getBytes(StandardCharsets.US_ASCII);
        List<Part> parts = new ArrayList<>();
        int from = find(body, mark, 0);
        while (from >= 0) {
            int start = from + mark.length;
            int end = find(body, mark, start);
            if (end < 0 || body[start] == '-') {
                break;
            }
            part(body, start + 2, end - 2).ifPresent(parts::add);
            from = end;
        }
        return parts;
    }

    private static Optional<Part> part(byte[] body, int start, int end) {
        int blank = find(body, BLANK_LINE, start - 2);
        if (blank < 0 || blank > end) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        String head = new String(body, start, Math.max(0, blank - start), StandardCharsets.UTF_8);
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        Matcher name = NAME.matcher(headers.getOrDefault("content-disposition", ""));
        byte[] content = Arrays.copyOfRange(body, blank + BLANK_LINE.length, end);
        return Optional.of(new Part(name.find() ? name.group(1) : "", headers, content));
    }

    private static int find(byte[] text, byte[] wanted, int from) {
        for (int at = Math.max(0, from); at <= text.length - wanted.length; at++) {
            int i = 0;
            while (i < wanted.length && text[at + i] == wanted[i]) {
                i++;
            }
            if (i == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
