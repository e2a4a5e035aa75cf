package org.soqljdbc.grammar.soql;

/** What may be selected, compared, grouped and ordered by: a field path or a function call. */
public sealed interface Operand extends Argument permits FieldPath, FunctionCall {}
