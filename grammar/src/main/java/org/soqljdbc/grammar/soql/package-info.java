/**
 * The tree of a SOQL query, and its one way to text.
 *
 * <p>{@link SoqlWriter} stands here because a query that was made, and not read, has a text too. Imports the JDK and
 * {@code grammar.text}; reads nothing, knows no JDBC, no HTTP and no org.
 */
package org.soqljdbc.grammar.soql;
