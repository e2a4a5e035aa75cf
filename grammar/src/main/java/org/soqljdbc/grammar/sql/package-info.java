/**
 * SQL text to a tree of records and back.
 *
 * <p>{@link org.soqljdbc.grammar.sql.SqlReader} is the only door in and the only SQL parser there is,
 * {@link org.soqljdbc.grammar.sql.SqlWriter} the only one out. Imports the JDK, ANTLR's runtime, whose types never leave
 * this module, {@code grammar.text}, and of the SOQL package what both languages share; resolves no names, knows no JDBC,
 * no HTTP and no org.
 */
package org.soqljdbc.grammar.sql;
