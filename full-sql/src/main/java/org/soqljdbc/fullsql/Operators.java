package org.soqljdbc.fullsql;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.impl.AggregateFunctionImpl;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.util.Optionality;

/** The operators of our own that plans contain; no statement can name them. */
final class Operators {

    static final SqlOperator FOLD = scalar("FOLD", "fold", SqlTypeName.VARCHAR, String.class);
    static final SqlOperator WHOLE_ID = scalar("WHOLE_ID", "wholeId", SqlTypeName.VARCHAR, String.class);
    static final SqlOperator PLACED =
            scalar(PicklistOrder.class, "PLACED", "placed", SqlTypeName.VARCHAR, String.class, String.class);
    static final SqlOperator SHOWN = scalar(PicklistOrder.class, "SHOWN", "shown", SqlTypeName.VARCHAR, String.class);
    static final SqlOperator DIVIDED =
            scalar("DIVIDED", "divided", SqlTypeName.DECIMAL, BigDecimal.class, BigDecimal.class, int.class);
    static final SqlOperator TO_WALL = scalar("TO_WALL", "toWall", SqlTypeName.TIMESTAMP, Long.class, String.class);
    static final SqlOperator TO_INSTANT =
            scalar("TO_INSTANT", "toInstant", SqlTypeName.TIMESTAMP, Long.class, String.class);
    static final SqlAggFunction FOLDED_MIN = aggregate("FOLDED_MIN", FoldedMin.class);
    static final SqlAggFunction FOLDED_MAX = aggregate("FOLDED_MAX", FoldedMax.class);

    private Operators() {}

    private static SqlOperator scalar(String name, String method, SqlTypeName result, Class<?>... parameters) {
        return scalar(LocalFunctions.class, name, method, result, parameters);
    }

    private static SqlOperator scalar(
            Class<?> home, String name, String method, SqlTypeName result, Class<?>... parameters) {
        Function function = ScalarFunctionImpl.create(method(home, method, parameters));
        SqlReturnTypeInference type = binding -> {
            RelDataTypeFactory factory = binding.getTypeFactory();
            RelDataType plain =
                    result == SqlTypeName.TIMESTAMP ? factory.createSqlType(result, 3) : factory.createSqlType(result);
            return factory.createTypeWithNullability(
                    plain, binding.getOperandType(0).isNullable());
        };
        return new SqlUserDefinedFunction(
                new SqlIdentifier(name, SqlParserPos.ZERO), SqlKind.OTHER_FUNCTION, type, null, null, function);
    }

    private static Method method(Class<?> home, String name, Class<?>... parameters) {
        try {
            return home.getMethod(name, parameters);
        } catch (NoSuchMethodException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static SqlAggFunction aggregate(String name, Class<?> type) {
        AggregateFunctionImpl function = AggregateFunctionImpl.create(type);
        SqlReturnTypeInference result = binding -> nullableText(binding.getTypeFactory());
        return new SqlUserDefinedAggFunction(
                new SqlIdentifier(name, SqlParserPos.ZERO),
                SqlKind.OTHER_FUNCTION,
                result,
                null,
                null,
                function,
                false,
                false,
                Optionality.FORBIDDEN);
    }

    static RelDataType nullableText(RelDataTypeFactory factory) {
        return factory.createTypeWithNullability(factory.createSqlType(SqlTypeName.VARCHAR), true);
    }

    static boolean isText(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case CHAR, VARCHAR -> true;
            default -> false;
        };
    }

    static boolean isFold(RexNode node) {
        return node instanceof RexCall call && call.getOperator() == FOLD;
    }

    /** Folds text, once; leaves everything else. */
    static RexNode fold(RexBuilder builder, RexNode node) {
        return isText(node.getType()) && !isFold(node) ? builder.makeCall(FOLD, List.of(node)) : node;
    }

    /** A picklist's value with its place before it, by which it sorts once it is folded. */
    static RexNode placed(RexBuilder builder, RexNode node, String list) {
        return builder.makeCall(PLACED, List.of(node, builder.makeLiteral(list)));
    }

    static RexNode shown(RexBuilder builder, RexNode placed) {
        return builder.makeCall(SHOWN, List.of(placed));
    }

    static boolean isPlaced(RexNode node) {
        return node instanceof RexCall call && call.getOperator() == PLACED;
    }

    /** What may be an Id in 15 characters, in 18; a constant is turned at once, so that it can travel. */
    static RexNode wholeId(RexBuilder builder, RexNode node) {
        if (!isText(node.getType())) {
            return node;
        }
        RexNode bare = node;
        while (bare instanceof RexCall call && call.getKind() == SqlKind.CAST) {
            bare = call.getOperands().get(0);
        }
        if (bare instanceof RexLiteral literal && isText(literal.getType())) {
            return literal.isNull()
                    ? node
                    : builder.makeLiteral(LocalFunctions.wholeId(RexLiteral.stringValue(literal)));
        }
        return builder.makeCall(WHOLE_ID, List.of(node));
    }
}
