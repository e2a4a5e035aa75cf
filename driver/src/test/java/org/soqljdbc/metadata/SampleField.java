package org.soqljdbc.metadata;

import java.util.List;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.types.SfType;

/** Makes a field of which a test says only what matters to it. */
final class SampleField {

    private final String name;
    private final SfType type;
    private int length;
    private int precision;
    private int scale;
    private boolean nillable = true;
    private boolean calculated;
    private boolean autoNumber;
    private boolean unique;
    private boolean externalId;
    private boolean restricts;
    private List<String> referenceTo = List.of();
    private String compound = "";
    private String defaultValue = "";
    private String help = "";

    private SampleField(String name, SfType type) {
        this.name = name;
        this.type = type;
    }

    static SampleField of(String name, SfType type) {
        return new SampleField(name, type);
    }

    SampleField length(int characters) {
        length = characters;
        return this;
    }

    SampleField precision(int digits, int afterPoint) {
        precision = digits;
        scale = afterPoint;
        return this;
    }

    SampleField required() {
        nillable = false;
        return this;
    }

    SampleField calculated() {
        calculated = true;
        return this;
    }

    SampleField autoNumber() {
        autoNumber = true;
        return this;
    }

    SampleField unique() {
        unique = true;
        return this;
    }

    SampleField externalId() {
        externalId = true;
        return this;
    }

    SampleField restricts() {
        restricts = true;
        return this;
    }

    SampleField referenceTo(String... objects) {
        referenceTo = List.of(objects);
        return this;
    }

    SampleField partOf(String compoundField) {
        compound = compoundField;
        return this;
    }

    SampleField defaultValue(String text) {
        defaultValue = text;
        return this;
    }

    SampleField help(String text) {
        help = text;
        return this;
    }

    Field built() {
        return new Field(
                name,
                name + " label",
                type,
                type.describeName(),
                length,
                precision,
                scale,
                nillable,
                true,
                true,
                !defaultValue.isEmpty(),
                calculated,
                autoNumber,
                unique,
                externalId,
                false,
                false,
                false,
                true,
                true,
                true,
                true,
                false,
                restricts,
                name.endsWith("__c"),
                "",
                referenceTo,
                compound,
                defaultValue,
                help,
                List.of(),
                List.of());
    }
}
