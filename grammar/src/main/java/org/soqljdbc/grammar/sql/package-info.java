/**
 * The tree of a SQL statement: records, each a word or clause of the language, and where in the text they stood. Imports
 * the JDK, {@code grammar.text}, and of the SOQL tree what both languages share; reads and writes nothing.
 */
package org.soqljdbc.grammar.sql;
