package org.soqljdbc.simulated.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.simulated.data.Blob;
import org.soqljdbc.simulated.schema.Field;

/** Reads the texts that stand for values in a request. */
final class InputValues {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** REST API, "Valid Date and DateTime Formats": fractions may be absent, the offset with or without a colon. */
    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][.SS][.S]")
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss[.SSS]['Z']").withResolverStyle(ResolverStyle.STRICT);

    private InputValues() {}

    /** The value of a text, not empty; absent if the field cannot hold such a thing. */
    static Optional<Object> read(Field field, String text) {
        try {
            return switch (field.type()) {
                case "boolean" -> bool(text);
                case "int" -> whole(text);
                case "long" -> Optional.of(new BigDecimal(text).longValueExact());
                case "double", "currency", "percent" -> Optional.of(decimal(field, text));
                case "date" -> Optional.of(LocalDate.parse(text, DATE));
                case "datetime" -> Optional.of(instant(text));
                case "time" -> Optional.of(LocalTime.parse(text, TIME));
                case "base64" -> Optional.of(new Blob.Stored(Base64.getDecoder().decode(text)));
                case "id", "reference" -> Optional.of(text);
                default -> Optional.of(text.strip());
            };
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Object> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** An Integer; a Long where it is too large for one, which the range check refuses. */
    private static Optional<Object> whole(String text) {
        long number = new BigDecimal(text).longValueExact();
        return Optional.of(number == (int) number ? (Object) (int) number : (Object) number);
    }

    /** Digits after the scale are cut (REST API, "Create a Record"). */
    private static Double decimal(Field field, String text) {
        BigDecimal number = new BigDecimal(text);
        return (number.scale() > field.scale() ? number.setScale(field.scale(), RoundingMode.DOWN) : number)
                .doubleValue();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text, DATETIME).toInstant();
    }
}
