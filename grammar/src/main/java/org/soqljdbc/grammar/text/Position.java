package org.soqljdbc.grammar.text;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param offset from 0, in UTF-16 units from the start of the text
 */
public record Position(int line, int column, int offset) {}
