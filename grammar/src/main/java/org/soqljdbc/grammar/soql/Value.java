package org.soqljdbc.grammar.soql;

/** A literal, or the marker of a parameter that becomes one. */
public sealed interface Value extends Argument
        permits StringLiteral,
                LikePattern,
                NumberLiteral,
                CurrencyLiteral,
                BooleanLiteral,
                NullLiteral,
                DateLiteral,
                DateTimeLiteral,
                TimeLiteral,
                DateConstant,
                Parameter {}
