package org.soqljdbc.exec.write;

/**
 * The Id of one row written.
 *
 * @param id 18 characters; null if the row was not written, or if its Id is not known
 * @param created false for a row that an UPSERT or MERGE found and updated
 */
public record GeneratedKey(String id, boolean created) {}
