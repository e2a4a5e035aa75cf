package org.soqljdbc.fullsql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** What plans call at run time. Public because compiled plans are in a package of their own. */
public final class LocalFunctions {

    private LocalFunctions() {}

    /** What text is compared by: as Salesforce compares it, without case. */
    public static String fold(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** What the clock of a zone shows at an instant, both as milliseconds. */
    public static Long toWall(Long instant, String zone) {
        if (instant == null) {
            return null;
        }
        LocalDateTime wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), ZoneId.of(zone));
        return wall.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** When the clock of a zone shows something, both as milliseconds. */
    public static Long toInstant(Long wall, String zone) {
        if (wall == null) {
            return null;
        }
        LocalDateTime shown = LocalDateTime.ofInstant(Instant.ofEpochMilli(wall), ZoneOffset.UTC);
        return shown.atZone(ZoneId.of(zone)).toInstant().toEpochMilli();
    }
}
