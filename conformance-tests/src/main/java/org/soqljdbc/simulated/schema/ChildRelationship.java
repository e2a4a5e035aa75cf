package org.soqljdbc.simulated.schema;

import java.util.Optional;

/**
 * The other end of a reference field.
 *
 * @param child the object that has the reference
 * @param field the reference
 * @param name the relationship's name for a subquery; empty when it cannot be queried
 */
public record ChildRelationship(SObjectType child, Field field, Optional<String> name) {}
