package org.soqljdbc.types;

import java.time.ZoneId;

/**
 * What a caller set for one {@code ?}.
 *
 * @param value a Java value of any class JDBC lets a caller set, an Object[] for setArray, or null
 * @param zone whose wall clock zone-less values and days mean: the Calendar's of the setter, else the connection's
 */
public record ParameterValue(Object value, ZoneId zone) {}
