package org.soqljdbc.fullsql;

import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * SQL's types as this product has them: exact numbers of 38 digits, averages with a fraction, times to the millisecond,
 * and text that is never padded.
 */
final class SalesforceTypes extends RelDataTypeSystemImpl {

    static final int MOST_DIGITS = 38;

    /** Digits after the point of an average at least, as where Salesforce averages. */
    static final int AVERAGE_SCALE = 10;

    private static final int MILLISECONDS = 3;

    /** Java's text is Unicode; the host's system properties say nothing of it. */
    static final class Factory extends JavaTypeFactoryImpl {

        Factory() {
            super(new SalesforceTypes());
        }

        @Override
        public Charset getDefaultCharset() {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public int getMaxPrecision(SqlTypeName type) {
        return switch (type) {
            case DECIMAL -> MOST_DIGITS;
            case TIME, TIMESTAMP -> MILLISECONDS;
            default -> super.getMaxPrecision(type);
        };
    }

    @Override
    public int getMaxScale(SqlTypeName type) {
        return type == SqlTypeName.DECIMAL ? MOST_DIGITS : super.getMaxScale(type);
    }

    @Override
    public int getDefaultPrecision(SqlTypeName type) {
        return switch (type) {
            case DECIMAL -> MOST_DIGITS;
            case TIME, TIMESTAMP -> MILLISECONDS;
            default -> super.getDefaultPrecision(type);
        };
    }

    @Override
    public RoundingMode roundingMode() {
        return RoundingMode.HALF_UP;
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }

    @Override
    public boolean isSchemaCaseSensitive() {
        return false;
    }

    @Override
    public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
        SqlTypeName name = argument.getSqlTypeName();
        RelDataType sum = switch (name) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
            case DECIMAL -> factory.createSqlType(SqlTypeName.DECIMAL, MOST_DIGITS, argument.getScale());
            default -> argument;
        };
        return factory.createTypeWithNullability(sum, argument.isNullable());
    }

    /** As much of a fraction as an average has, or as the dividend; what is before the point has the other digits. */
    @Override
    public RelDataType deriveDecimalDivideType(RelDataTypeFactory factory, RelDataType dividend, RelDataType divisor) {
        RelDataType usual = super.deriveDecimalDivideType(factory, dividend, divisor);
        if (usual == null) {
            return null;
        }
        RelDataType quotient =
                factory.createSqlType(SqlTypeName.DECIMAL, MOST_DIGITS, Math.max(AVERAGE_SCALE, dividend.getScale()));
        return factory.createTypeWithNullability(quotient, usual.isNullable());
    }

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
        SqlTypeName name = argument.getSqlTypeName();
        RelDataType average = switch (name) {
            case TINYINT, SMALLINT, INTEGER, BIGINT ->
                factory.createSqlType(SqlTypeName.DECIMAL, MOST_DIGITS, AVERAGE_SCALE);
            case DECIMAL ->
                factory.createSqlType(SqlTypeName.DECIMAL, MOST_DIGITS, Math.max(AVERAGE_SCALE, argument.getScale()));
            default -> argument;
        };
        return factory.createTypeWithNullability(average, argument.isNullable());
    }
}
