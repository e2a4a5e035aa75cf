package org.soqljdbc.config;

/** When Bulk API 2.0 is used, as property {@code bulk} says. */
public enum BulkUse {
    /** Above {@code bulkWriteThreshold}, where a statement allows it. */
    AUTO,
    /** Wherever a statement allows it. */
    ALWAYS,
    NEVER
}
