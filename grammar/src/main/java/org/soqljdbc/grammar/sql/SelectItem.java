package org.soqljdbc.grammar.sql;

import java.util.Optional;

/**
 * One item of a select or RETURNING list.
 *
 * @param expression may be {@link Expression.Star} or {@link Expression.TypeOf}, then without alias
 */
public record SelectItem(Expression expression, Optional<Name> alias) {}
