package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** What the tests of the faces share. */
final class Fakes {

    private Fakes() {}

    /** One column of each field type, labelled by it, and two rows: one with every value, one of nulls. */
    static FakeEngine everyType() {
        List<Column> columns = new ArrayList<>();
        Object[] values = new Object[SfType.values().length];
        for (SfType type : SfType.values()) {
            columns.add(Column.of(type.name(), type));
            values[type.ordinal()] = switch (type) {
                case ID, REFERENCE -> "001000000000001AAA";
                case MULTIPICKLIST -> "Red;Green";
                case URL -> "https://example.com/a";
                case ADDRESS, LOCATION, COMPLEX_VALUE -> "{\"a\":1}";
                case BOOLEAN -> true;
                case INT, LONG -> 42;
                case DOUBLE, CURRENCY, PERCENT -> "12.50";
                case DATE -> "2024-02-29";
                case TIME -> "10:15:30.000Z";
                case DATETIME -> "2024-02-29T10:15:30.000+0000";
                case BASE64 -> "/services/data/v67.0/sobjects/Attachment/x/Body";
                case CHILD_ROWS -> "{\"totalSize\":2,\"done\":true,\"records\":[]}";
                default -> "some text";
            };
        }
        return new FakeEngine(columns, List.of(values, new Object[values.length]));
    }

    /** Rows of one text column {@code Name}: "1", "2" and so on. */
    static FakeEngine numbered(int rows) {
        List<Object[]> list = new ArrayList<>();
        for (int number = 1; number <= rows; number++) {
            list.add(new Object[] {Integer.toString(number)});
        }
        return new FakeEngine(List.of(Column.text("Name")), list);
    }

    static ConnectionFace connect(FakeEngine engine) throws SQLException {
        return connect(engine, "timeZone=UTC");
    }

    /** @param properties {@code name=value&...} */
    static ConnectionFace connect(FakeEngine engine, String properties) throws SQLException {
        return new ConnectionFace(
                engine, Settings.of("jdbc:soql://localhost?" + properties, new Properties()), System::nanoTime);
    }
}
