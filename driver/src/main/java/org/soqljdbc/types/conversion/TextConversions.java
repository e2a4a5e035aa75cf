package org.soqljdbc.types.conversion;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.BlobSource;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.WrittenTime;

/** What text becomes: text fields, JSON values, child rows, and base64 fields, whose text is where the bytes are. */
final class TextConversions {

    private static final Conversion<String> TEXT =
            (row, ordinal, clock) -> row.textAt(ordinal).toString();

    private TextConversions() {}

    static void addTo(ConversionTable table, BlobSource blobs) {
        List<SfType> all = ConversionTable.types(type -> type.isText() || type == SfType.CHILD_ROWS);
        table.addSure(all, String.class, TEXT)
                .addSure(all, Object.class, TEXT::read)
                .addSure(all, Reader.class, (row, ordinal, clock) -> new StringReader(TEXT.read(row, ordinal, clock)));

        // JSON is text alone: no number, date or truth can be meant by an object.
        List<SfType> plain = ConversionTable.types(type -> type.isText() && !type.isJson());
        table.addSure(
                        plain,
                        byte[].class,
                        (row, ordinal, clock) -> TEXT.read(row, ordinal, clock).getBytes(StandardCharsets.UTF_8))
                .add(plain, BigDecimal.class, (row, ordinal, clock) -> NumberText.decimal(row.textAt(ordinal), 0))
                .add(plain, BigInteger.class, (row, ordinal, clock) -> NumberText.integer(row.textAt(ordinal)));
        addTimes(table, plain);

        table.addSure(
                List.of(SfType.MULTIPICKLIST),
                String[].class,
                (row, ordinal, clock) -> TEXT.read(row, ordinal, clock).split(";"));
        table.add(List.of(SfType.URL), URL.class, (row, ordinal, clock) -> url(TEXT.read(row, ordinal, clock)));
        addBlobs(table, blobs);
    }

    private static void addTimes(ConversionTable table, List<SfType> plain) {
        table.add(
                        plain,
                        LocalDate.class,
                        (row, ordinal, clock) -> written(row, ordinal).day(clock))
                .add(
                        plain,
                        LocalTime.class,
                        (row, ordinal, clock) -> written(row, ordinal).timeOfDay(clock))
                .add(
                        plain,
                        LocalDateTime.class,
                        (row, ordinal, clock) -> written(row, ordinal).wall(clock))
                .add(
                        plain,
                        Instant.class,
                        (row, ordinal, clock) -> written(row, ordinal).instant(clock))
                .add(
                        plain,
                        OffsetDateTime.class,
                        (row, ordinal, clock) ->
                                written(row, ordinal).instant(clock).atOffset(ZoneOffset.UTC))
                .add(
                        plain,
                        ZonedDateTime.class,
                        (row, ordinal, clock) ->
                                written(row, ordinal).instant(clock).atZone(clock.zone()))
                .add(
                        plain,
                        Date.class,
                        (row, ordinal, clock) ->
                                clock.sqlDate(written(row, ordinal).day(clock)))
                .add(
                        plain,
                        Time.class,
                        (row, ordinal, clock) ->
                                clock.sqlTime(written(row, ordinal).timeOfDay(clock)))
                .add(
                        plain,
                        Timestamp.class,
                        (row, ordinal, clock) ->
                                Timestamp.from(written(row, ordinal).instant(clock)))
                .add(
                        plain,
                        java.util.Date.class,
                        (row, ordinal, clock) ->
                                Timestamp.from(written(row, ordinal).instant(clock)));
    }

    private static WrittenTime written(RowValues row, int ordinal) throws SQLException {
        return WrittenTime.read(row.textAt(ordinal));
    }

    private static void addBlobs(ConversionTable table, BlobSource blobs) {
        List<SfType> base64 = List.of(SfType.BASE64);
        table.addSure(base64, String.class, TEXT)
                .addSure(
                        base64,
                        InputStream.class,
                        (row, ordinal, clock) -> blobs.openBytes(TEXT.read(row, ordinal, clock)))
                .addSure(
                        base64, byte[].class, (row, ordinal, clock) -> blobs.readBytes(TEXT.read(row, ordinal, clock)));
    }

    private static URL url(String text) throws SQLException {
        try {
            return new URL(text);
        } catch (MalformedURLException malformed) {
            throw SqlErrors.of(SqlState.INVALID_CAST, NumberText.shown(text) + " is no URL with a scheme", malformed);
        }
    }
}
