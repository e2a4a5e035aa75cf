package org.soqljdbc.grammar.sql;

import java.util.Optional;

/**
 * {@code expression [ASC|DESC] [NULLS FIRST|LAST]}.
 *
 * @param expression in ORDER BY of a query also an alias, or the number of a select item
 * @param nullsLast where nulls are asked to stand; absent when nothing is said
 */
public record OrderItem(Expression expression, boolean descending, Optional<Boolean> nullsLast) {}
