package org.soqljdbc.catalog;

/**
 * One record type of an object, as the user's profile has it.
 *
 * @param developerName its API name; "" before API version 43
 * @param available whether the user may give it to records
 * @param isDefault whether the user's new records have it
 * @param master the one that stands for none
 */
public record RecordType(
        String id,
        String name,
        String developerName,
        boolean active,
        boolean available,
        boolean isDefault,
        boolean master) {}
