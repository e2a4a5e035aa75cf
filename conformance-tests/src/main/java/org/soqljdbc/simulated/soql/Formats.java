package org.soqljdbc.simulated.soql;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What FORMAT answers: the value as the en_US user interface writes it, always a text. */
final class Formats {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm a", Locale.US);

    private Formats() {}

    /** @param fieldType describe's type; an empty text for a computed number */
    static String format(Object value, String fieldType, int scale, ZoneId zone) {
        if (value == null) {
            return null;
        }
        if (value instanceof Instant instant) {
            return INSTANT.withZone(zone).format(instant);
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof Number number) {
            DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
            format.setMinimumFractionDigits(scale);
            format.setMaximumFractionDigits(scale);
            String digits = format.format(number);
            return switch (fieldType) {
                case "currency" -> "$" + digits;
                case "percent" -> digits + "%";
                default -> digits;
            };
        }
        return value.toString();
    }
}
