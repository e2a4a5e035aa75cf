package org.soqljdbc.grammar.soql;

/** NULL. */
public record NullLiteral() implements Value {}
