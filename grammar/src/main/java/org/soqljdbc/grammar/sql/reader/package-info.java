/**
 * SQL text to its tree.
 *
 * <p>{@link org.soqljdbc.grammar.sql.reader.SqlReader} is the only door and the only SQL parser there is. Imports the
 * tree, {@code grammar.text} and ANTLR's runtime, whose types never leave this module; resolves no names, knows no JDBC,
 * no HTTP and no org.
 */
package org.soqljdbc.grammar.sql.reader;
