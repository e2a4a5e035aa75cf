package org.soqljdbc.tables;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SqlType;

/**
 * What a field is as a column of its table, in the terms of JDBC's metadata. The column is the one that a
 * query of the field has, so that getColumns and ResultSetMetaData cannot disagree.
 */
public final class FieldFacts {

    /** REMARKS name this many targets of a reference at most; an Event's WhatId has about 90. */
    private static final int TARGETS_NAMED = 5;

    /** Bytes that describe reserves for a character: its byteLength is three times its length. */
    private static final int BYTES_OF_A_CHARACTER = 3;

    private final Field field;
    private final Column column;

    private FieldFacts(Field field, Column column) {
        this.field = field;
        this.column = column;
    }

    public static FieldFacts of(SObject table, Field field) {
        return new FieldFacts(field, Columns.ofField(field.name(), table.name(), field, false));
    }

    public SqlType sqlType() {
        return column.sqlType();
    }

    /** Characters of text and dates, digits of numbers; empty where there is no such thing. */
    public Optional<Integer> size() {
        return Optional.of(column.jdbcPrecision()).filter(size -> size > 0);
    }

    /** Digits after the point; empty for text and the like. */
    public Optional<Integer> decimalDigits() {
        return switch (sqlType()) {
            case SMALLINT, INTEGER, BIGINT, DECIMAL, TIME, TIMESTAMP -> Optional.of(column.jdbcScale());
            default -> Optional.empty();
        };
    }

    /** Bytes of the longest text. */
    public Optional<Integer> octets() {
        return sqlType().isText() ? size().map(size -> size * BYTES_OF_A_CHARACTER) : Optional.empty();
    }

    public int nullability() {
        return column.nullability();
    }

    public boolean autoIncrement() {
        return column.autoIncrement();
    }

    /** The default as JDBC wants it: text inside quotes, the rest bare. */
    public Optional<String> defaultValue() {
        return Optional.of(field.defaultValue())
                .filter(value -> !value.isEmpty())
                .map(value -> sqlType().isText() ? "'" + value.replace("'", "''") + "'" : value);
    }

    /** The label, what the field is in Salesforce, and its help text: {@code Industry (picklist): Main business}. */
    public String remarks() {
        StringBuilder remarks =
                new StringBuilder(field.label()).append(" (").append(kind()).append(')');
        if (!field.help().isEmpty()) {
            remarks.append(": ").append(field.help());
        }
        return remarks.toString();
    }

    private String kind() {
        StringBuilder kind = new StringBuilder(field.typeName());
        if (!field.referenceTo().isEmpty()) {
            List<String> targets = field.referenceTo();
            kind.append(" to ").append(String.join(", ", targets.subList(0, Math.min(TARGETS_NAMED, targets.size()))));
            if (targets.size() > TARGETS_NAMED) {
                kind.append(" and ").append(targets.size() - TARGETS_NAMED).append(" more");
            }
        }
        if (field.calculated()) {
            kind.append(", calculated");
        }
        if (field.autoNumber()) {
            kind.append(", auto number");
        }
        if (field.externalId()) {
            kind.append(", external id");
        }
        if (field.unique()) {
            kind.append(", unique");
        }
        return kind.toString();
    }
}
