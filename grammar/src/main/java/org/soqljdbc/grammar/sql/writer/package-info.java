/**
 * A SQL tree to text that reads as the same tree again.
 *
 * <p>{@link org.soqljdbc.grammar.sql.writer.SqlWriter} is the only door. Imports the tree, and of the reader
 * which names need quotes.
 */
package org.soqljdbc.grammar.sql.writer;
