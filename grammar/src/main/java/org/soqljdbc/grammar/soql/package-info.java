/**
 * SOQL text to a tree of records and back.
 *
 * <p>{@link SoqlReader} is the only door in, {@link SoqlWriter} the only one out, {@link SoqlRules} says what a
 * well-formed text may still not say. Imports nothing but the JDK and ANTLR's runtime, whose types never leave this
 * package; knows no JDBC, no HTTP and no org.
 */
package org.soqljdbc.grammar.soql;
