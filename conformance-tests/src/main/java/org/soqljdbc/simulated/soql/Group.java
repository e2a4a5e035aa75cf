package org.soqljdbc.simulated.soql;

/**
 * One row of a grouped answer.
 *
 * @param keys values of the grouped expressions; null where a subtotal has rolled them up
 * @param rolledUp which of them are rolled up
 * @param totals one for each aggregate of the query
 */
record Group(Object[] keys, boolean[] rolledUp, Aggregate.Accumulator[] totals) {}
