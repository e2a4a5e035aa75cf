/**
 * SOQL text to its tree.
 *
 * <p>{@link org.soqljdbc.grammar.soql.reader.SoqlReader} is the only door. Imports the tree, {@code grammar.text} and
 * ANTLR's runtime, whose types never leave this module; resolves no names and knows no rules beyond the language's shape.
 */
package org.soqljdbc.grammar.soql.reader;
