package org.soqljdbc.grammar.soql;

import java.time.LocalTime;

/** {@code 10:00:00.000Z}. */
public record TimeLiteral(LocalTime value) implements Value {}
