package org.soqljdbc.catalog;

/**
 * Another object's reference to this one.
 *
 * @param name what a child subquery names, or "" if it cannot be queried so
 * @param childObject the object that holds the reference
 * @param field the reference field of that object
 */
public record ChildRelationship(
        String name, String childObject, String field, boolean cascadeDelete, boolean restrictedDelete) {}
