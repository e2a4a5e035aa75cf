package org.soqljdbc.api.write;

/** What is done to records. */
public enum WriteVerb {
    INSERT,
    UPDATE,
    /** Updates the record that a key names, or inserts it. */
    UPSERT,
    DELETE
}
