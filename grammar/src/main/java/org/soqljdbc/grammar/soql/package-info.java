/**
 * SOQL text to a tree of records and back.
 *
 * <p>{@link SoqlReader} is the only door in, {@link SoqlWriter} the only one out, {@link SoqlRules} says what a
 * well-formed text may still not say. Imports the JDK, {@code grammar.text} and ANTLR's runtime, whose types never leave
 * this module; knows no JDBC, no HTTP and no org.
 */
package org.soqljdbc.grammar.soql;
