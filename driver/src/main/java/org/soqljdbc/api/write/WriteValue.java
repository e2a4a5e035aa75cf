package org.soqljdbc.api.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The value that a field is to have: one of ten kinds. How each is spelled is decided where it is sent, in JSON and in
 * CSV (REST API Developer Guide, "sObject Rows"; Bulk API 2.0, "Prepare CSV Files").
 */
public sealed interface WriteValue {

    /** Sets the field to null: {@code null} in JSON, {@code #N/A} in CSV. */
    WriteValue NULL = new Null();

    <R> R accept(Visitor<R> visitor);

    default boolean isNull() {
        return this instanceof Null;
    }

    /** One method for each kind. */
    interface Visitor<R> {

        R nothing();

        R text(String text);

        R number(BigDecimal number);

        R truth(boolean truth);

        R day(LocalDate day);

        R time(LocalTime time);

        R moment(Instant moment);

        R bytes(ByteSource bytes);

        R parent(ParentKey parent);

        R newRow(NewRow row);
    }

    record Null() implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing();
        }
    }

    /** @param text as it is to be stored; "" is stored as null, as Salesforce keeps no empty text */
    record Text(String text) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(text);
        }
    }

    /** @param number of any scale; sent in plain notation */
    record Number(BigDecimal number) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(number);
        }
    }

    record Truth(boolean truth) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.truth(truth);
        }
    }

    /** For a date field. */
    record Day(LocalDate day) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.day(day);
        }
    }

    /** For a time field; milliseconds are sent, finer parts are cut. */
    record TimeOfDay(LocalTime time) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(time);
        }
    }

    /** For a dateTime field; milliseconds are sent, finer parts are cut. */
    record Moment(Instant moment) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.moment(moment);
        }
    }

    /** For a base64 field. A row of one such field travels as multipart where its object allows it, else as base64. */
    record Bytes(ByteSource bytes) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(bytes);
        }
    }

    /**
     * A lookup named by an external id of the record it leads to. The {@link FieldValue#field()} is the lookup itself
     * ({@code AccountId}), so that a null key can be sent as its null.
     *
     * @param relationship {@code Account}, {@code Parent__r}
     * @param type the parent's object where the lookup may lead to several; must be absent otherwise in CSV
     * @param keyField the parent's external id, {@code Ext__c}
     * @param key its value; {@link #NULL} for no parent
     */
    record ParentKey(String relationship, Optional<String> type, String keyField, WriteValue key)
            implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parent(this);
        }
    }

    /**
     * The Id of a row that the same composite request or graph inserts before this one.
     *
     * @param referenceId of that row's {@link CompositeStep}: letters, digits, underscore
     */
    record NewRow(String referenceId) implements WriteValue {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newRow(this);
        }
    }
}
