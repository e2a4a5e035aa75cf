package org.soqljdbc.api.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Values as Salesforce reads them: {@code 2026-01-31}, {@code 2026-01-31T10:20:30.400Z}, {@code 10:20:30.400Z}, plain
 * numbers, {@code true} (REST API Developer Guide, "Valid Date and DateTime Formats"; Bulk API 2.0, "Valid CSV Record
 * Rows").
 */
public final class WireText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'");

    private static final WriteValue.Visitor<Optional<String>> SCALAR = new WriteValue.Visitor<>() {
        @Override
        public Optional<String> nothing() {
            return Optional.empty();
        }

        @Override
        public Optional<String> text(String text) {
            return Optional.of(text);
        }

        @Override
        public Optional<String> number(BigDecimal number) {
            return Optional.of(number.toPlainString());
        }

        @Override
        public Optional<String> truth(boolean truth) {
            return Optional.of(String.valueOf(truth));
        }

        @Override
        public Optional<String> day(LocalDate day) {
            return Optional.of(day.toString());
        }

        @Override
        public Optional<String> time(LocalTime time) {
            return Optional.of(TIME.format(time));
        }

        @Override
        public Optional<String> moment(Instant moment) {
            return Optional.of(MOMENT.format(moment));
        }

        @Override
        public Optional<String> bytes(ByteSource bytes) {
            return Optional.empty();
        }

        @Override
        public Optional<String> parent(WriteValue.ParentKey parent) {
            return parent.key().accept(this);
        }

        @Override
        public Optional<String> newRow(WriteValue.NewRow row) {
            return Optional.empty();
        }
    };

    private WireText() {}

    static String of(LocalTime time) {
        return TIME.format(time);
    }

    static String of(Instant moment) {
        return MOMENT.format(moment);
    }

    /**
     * A value as plain text, of a parent its key; empty for null, and for what has no text: bytes and rows that are yet to
     * be inserted.
     */
    public static Optional<String> of(WriteValue value) {
        return value.accept(SCALAR);
    }
}
