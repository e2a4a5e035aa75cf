package org.soqljdbc.grammar.soql;

/** What may stand between the parentheses of a function call. */
public sealed interface Argument permits Operand, Value {}
