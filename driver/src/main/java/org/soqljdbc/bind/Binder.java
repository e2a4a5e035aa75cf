package org.soqljdbc.bind;

import java.sql.SQLException;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.http.CallControl;

/** Finds what every name of a SOQL text means. */
public final class Binder {

    private Binder() {}

    /**
     * Binds a text. Describes what it must: the object first, then what a whole pass over the statement was found to
     * miss, in one call for each level of relationships.
     *
     * @throws SQLException 42S02 for an object, 42S22 for a field or relationship that is not there, each with its
     *     place and the nearest name
     */
    public static BoundQuery bind(SoqlText text, Catalog catalog, CallControl control) throws SQLException {
        KnownObjects objects = new KnownObjects();
        objects.add(text.query().root().path().toString(), root(text, catalog, control));
        while (true) {
            BindingPass pass = new BindingPass(text, objects);
            BoundQuery bound = pass.bind();
            if (objects.isComplete()) {
                pass.throwFirstProblem();
                return bound;
            }
            objects.load(catalog, control);
        }
    }

    private static SObject root(SoqlText text, Catalog catalog, CallControl control) throws SQLException {
        SoqlQuery.FromItem from = text.query().root();
        try {
            return catalog.object(from.path().toString(), control);
        } catch (SQLException refused) {
            if (!SqlState.NO_SUCH_TABLE.code().equals(refused.getSQLState())) {
                throw refused;
            }
            throw SqlErrors.of(
                    SqlState.NO_SUCH_TABLE, at(text, from.path()) + refused.getMessage(), refused.getCause());
        }
    }

    /** {@code line 1:8: } for a node of the text, or nothing. */
    static String at(SoqlText text, Object node) {
        return text.positionOf(node).map(Binder::place).orElse("");
    }

    private static String place(Position position) {
        return "line " + position.line() + ":" + position.column() + ": ";
    }
}
