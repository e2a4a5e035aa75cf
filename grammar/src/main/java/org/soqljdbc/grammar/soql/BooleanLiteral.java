package org.soqljdbc.grammar.soql;

/** TRUE or FALSE. */
public record BooleanLiteral(boolean value) implements Value {}
