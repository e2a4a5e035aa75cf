package org.soqljdbc.simulated.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.soqljdbc.simulated.data.Address;
import org.soqljdbc.simulated.data.Place;

/** Writes values in the formats of the REST API's records. */
final class JsonValues {

    /** Milliseconds always, the offset without a colon. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'");

    private JsonValues() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            // As Double.toString writes it: always with a fraction, an exponent from ten million up.
            json.writeNumber(number);
        } else if (value instanceof LocalDate date) {
            json.writeString(date.toString());
        } else if (value instanceof Instant instant) {
            json.writeString(INSTANT.format(instant));
        } else if (value instanceof LocalTime time) {
            json.writeString(TIME.format(time));
        } else if (value instanceof Place place) {
            json.writeStartObject();
            json.writeNumberField("latitude", place.latitude());
            json.writeNumberField("longitude", place.longitude());
            json.writeEndObject();
        } else if (value instanceof Address address) {
            write(json, address);
        } else if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey().toString());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    /** Members in the order of the alphabet, null where the part is missing. */
    private static void write(JsonGenerator json, Address address) throws IOException {
        json.writeStartObject();
        member(json, "city", address.city());
        member(json, "country", address.country());
        member(json, "geocodeAccuracy", address.geocodeAccuracy());
        member(json, "latitude", address.latitude());
        member(json, "longitude", address.longitude());
        member(json, "postalCode", address.postalCode());
        member(json, "state", address.state());
        member(json, "street", address.street());
        json.writeEndObject();
    }

    private static void member(JsonGenerator json, String name, Object value) throws IOException {
        json.writeFieldName(name);
        write(json, value);
    }
}
