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
                Parameter {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of value. */
    interface Visitor<R> {
        R string(StringLiteral value);

        R likePattern(LikePattern value);

        R number(NumberLiteral value);

        R currency(CurrencyLiteral value);

        R bool(BooleanLiteral value);

        R nothing(NullLiteral value);

        R date(DateLiteral value);

        R dateTime(DateTimeLiteral value);

        R time(TimeLiteral value);

        R dateConstant(DateConstant value);

        R parameter(Parameter value);
    }
}
