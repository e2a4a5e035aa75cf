package org.soqljdbc.views;

import java.util.List;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.types.SfType;

/**
 * One column of a view.
 *
 * @param name in small letters, as the standard's views have it
 * @param remarks what it holds
 */
record ViewColumn(String name, SfType type, int length, boolean nillable, String remarks) {

    /** The longest name of an object, field or key. */
    private static final int NAME_LENGTH = 255;

    /** Text that may be missing. */
    static ViewColumn text(String name, String remarks) {
        return new ViewColumn(name, SfType.STRING, NAME_LENGTH, true, remarks);
    }

    /** Text that is always there. */
    static ViewColumn name(String name, String remarks) {
        return new ViewColumn(name, SfType.STRING, NAME_LENGTH, false, remarks);
    }

    static ViewColumn longText(String name, String remarks) {
        return new ViewColumn(name, SfType.STRING, SfType.LONGEST_VARCHAR, true, remarks);
    }

    static ViewColumn number(String name, String remarks) {
        return new ViewColumn(name, SfType.INT, 0, true, remarks);
    }

    static ViewColumn big(String name, String remarks) {
        return new ViewColumn(name, SfType.LONG, 0, true, remarks);
    }

    static ViewColumn flag(String name, String remarks) {
        return new ViewColumn(name, SfType.BOOLEAN, 0, false, remarks);
    }

    /** As the field of an object, so that whatever reads objects reads views. Nobody writes it. */
    Field field() {
        boolean whole = type == SfType.INT || type == SfType.LONG;
        return new Field(
                name,
                remarks,
                type,
                typeName(),
                length,
                whole ? type.sqlType(0).largestPrecision() : 0,
                0,
                nillable,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                true,
                true,
                true,
                false,
                false,
                false,
                "",
                List.of(),
                "",
                "",
                "",
                List.of(),
                List.of());
    }

    private String typeName() {
        return switch (type) {
            case INT -> "int";
            case LONG -> "long";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }
}
