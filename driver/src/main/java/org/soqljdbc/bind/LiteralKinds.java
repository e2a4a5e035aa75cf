package org.soqljdbc.bind;

import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.CurrencyLiteral;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/**
 * Whether a literal is of the kind its field takes. Salesforce refuses a quoted date as it refuses a bare text (SOQL and
 * SOSL Reference, "fieldExpression Syntax").
 */
final class LiteralKinds {

    private LiteralKinds() {}

    /** True also where the field is not known: then the server judges. */
    static boolean fits(Value value, Column column) {
        return column.table().isEmpty() || value.accept(new Fit(column.type()));
    }

    private record Fit(SfType type) implements Value.Visitor<Boolean> {

        @Override
        public Boolean string(StringLiteral literal) {
            return type.isText();
        }

        @Override
        public Boolean likePattern(LikePattern literal) {
            return type.isText();
        }

        @Override
        public Boolean number(NumberLiteral literal) {
            return type.sqlType().isNumber() || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean currency(CurrencyLiteral literal) {
            return type.sqlType().isNumber() || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean bool(BooleanLiteral literal) {
            return type == SfType.BOOLEAN || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean nothing(NullLiteral literal) {
            return true;
        }

        @Override
        public Boolean date(DateLiteral literal) {
            return type == SfType.DATE || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean dateTime(DateTimeLiteral literal) {
            return type == SfType.DATETIME || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean time(TimeLiteral literal) {
            return type == SfType.TIME || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean dateConstant(DateConstant literal) {
            return type == SfType.DATE || type == SfType.DATETIME || type == SfType.ANY_TYPE;
        }

        @Override
        public Boolean parameter(Parameter literal) {
            return true;
        }
    }
}
