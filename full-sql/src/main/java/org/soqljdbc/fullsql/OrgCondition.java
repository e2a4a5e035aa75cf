package org.soqljdbc.fullsql;

import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;

/**
 * A condition on a column that only the org can check: a comparison with one of SOQL's date literals, INCLUDES, EXCLUDES.
 * It is known by its words, so that two that say the same are equal.
 */
final class OrgCondition extends SqlFunction {

    private final transient Function<FieldPath, Condition> said;

    /** @param words what is said of the column, for messages too */
    OrgCondition(String words, Function<FieldPath, Condition> said) {
        super(
                words,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.BOOLEAN_NULLABLE,
                null,
                OperandTypes.ANY,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.said = said;
    }

    /** As of any operator, but that no table of functions knows this one. */
    @Override
    public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
        call.getOperandList().forEach(operand -> validator.deriveType(scope, operand));
        return validateOperands(validator, scope, call);
    }

    Condition of(FieldPath column) {
        return said.apply(column);
    }

    static Optional<OrgCondition> in(RexCall call) {
        return call.getOperator() instanceof OrgCondition condition ? Optional.of(condition) : Optional.empty();
    }

    /** @throws Carried 0A000 if a condition that only the org can check is left in the plan */
    static void requireNone(RelNode plan) {
        RexShuttle finder = new RexShuttle() {
            @Override
            public RexNode visitCall(RexCall call) {
                in(call).ifPresent(left -> {
                    throw new Carried(
                            SqlErrors.of(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "Only Salesforce can check " + left.getName()
                                            + ", and here it is no condition of one object"
                                            + " that could travel; make it one of AND's terms in WHERE, or write what it means"));
                });
                return super.visitCall(call);
            }
        };
        new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                node.accept(finder);
                super.visit(node, ordinal, parent);
            }
        }.go(plan);
    }
}
