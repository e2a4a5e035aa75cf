package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.soqljdbc.bind.write.ConstantExpressions;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.writer.SqlWriter;

/** Prepares CALL: finds the procedure and gives each argument its parameter. No I/O. Safe for use by many threads. */
public final class CallStatements {

    /** What REST cannot do, and what to do instead. */
    private static final String UNDELETE =
            "UNDELETE is not supported: the REST API cannot take records out of the recycle bin. Use the recycle bin of the"
                    + " web interface, the SOAP API's undelete(), or an Apex REST class that says 'undelete' and is called"
                    + " by {call REST('POST', '/services/apexrest/...', body)}";

    private final OrgCalls org;
    private final ZoneId zone;

    /** @param zone whose wall clock literals without one mean */
    public CallStatements(OrgCalls org, ZoneId zone) {
        this.org = org;
        this.zone = zone;
    }

    /**
     * Prepares a call.
     *
     * @throws SQLException 42000 if there is no such procedure or it takes other arguments; 0A000 for UNDELETE, a result
     *     parameter, or an argument that is neither a value nor {@code ?}
     */
    public PreparedCall prepare(SqlText text, SqlStatement.Call call) throws SQLException {
        String name = name(call.procedure());
        if (name.equalsIgnoreCase("UNDELETE")) {
            throw SqlErrors.of(SqlState.FEATURE_NOT_SUPPORTED, UNDELETE);
        }
        Procedure procedure = Procedures.named(name).orElseThrow(() -> unknown(name));
        if (call.result().isPresent()) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "{? = call ...} is not supported: procedures give rows, counts and OUT parameters, and no result; call "
                            + procedure.signature());
        }
        requireFitting(procedure, call.arguments());
        return new CallStatement(procedure, text, call.arguments(), zone, org);
    }

    /** Without the schema; with anything else before it, no procedure has the name. */
    private static String name(List<Name> written) {
        boolean inSchema = written.size() == 2 && written.get(0).text().equalsIgnoreCase(Catalog.SCHEMA);
        return written.size() == 1 || inSchema
                ? written.get(written.size() - 1).text()
                : String.join(".", written.stream().map(Name::text).toList());
    }

    private static SQLException unknown(String name) {
        List<String> known = Procedures.ALL.stream().map(Procedure::name).toList();
        String nearest = NearestName.of(name.toUpperCase(Locale.ROOT), known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; there are " + String.join(", ", known));
        return SqlErrors.of(SqlState.SYNTAX_ERROR, "There is no procedure " + name + nearest);
    }

    private static void requireFitting(Procedure procedure, List<Expression> given) throws SQLException {
        List<ProcedureParameter> parameters = procedure.parameters();
        long required = parameters.stream().filter(ProcedureParameter::required).count();
        if (given.size() < required || given.size() > parameters.size()) {
            String range = required == parameters.size() ? "" : " to " + parameters.size();
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    procedure.signature() + " takes " + required + range + " arguments, not " + given.size());
        }
        for (int at = 0; at < given.size(); at++) {
            if (parameters.get(at).out() && !(given.get(at) instanceof Expression.Parameter)) {
                throw SqlErrors.of(
                        SqlState.SYNTAX_ERROR,
                        "Argument " + parameters.get(at).name() + " of " + procedure.signature()
                                + " is given by the procedure, so it must be a ? or be left out");
            }
            if (!isValue(given.get(at))) {
                throw SqlErrors.of(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "Arguments of CALL are values or ?, not " + SqlWriter.write(given.get(at)));
            }
        }
    }

    private static boolean isValue(Expression given) {
        boolean single = given instanceof Literal
                || given instanceof Expression.Parameter
                || given instanceof Expression.CurrentValue;
        return single && ConstantExpressions.isConstant(given);
    }
}
