package org.soqljdbc.bind.sql;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.ParameterValue;

/** Translates a SELECT of SQL that one SOQL query can say exactly. */
public final class SqlTranslator {

    private final SqlText text;
    private final Query query;
    private final Catalog catalog;
    private final ZoneId zone;
    private final Clock clock;
    private final CompoundFields compoundFields;

    /**
     * @param zone of literals and values that have none
     * @param clock what CURRENT_DATE and the like read
     * @param compoundFields which columns {@code *} stands for
     */
    public SqlTranslator(
            SqlText text, Query query, Catalog catalog, ZoneId zone, Clock clock, CompoundFields compoundFields) {
        this.text = text;
        this.query = query;
        this.catalog = catalog;
        this.zone = zone;
        this.clock = clock;
        this.compoundFields = compoundFields;
    }

    /**
     * Translates. Null values of parameters matter (nothing equals null), so each run translates anew; that costs no
     * calls but for the describes of the first time.
     *
     * @param parameters empty while they are not set, which gives the columns and the query as far as they are known
     * @throws SQLException 0A000 naming the construct and its place if one SOQL query cannot say it; 42S02, 42S22, 42702
     *     for names; 22xxx for constants that the fields they are compared with cannot hold
     */
    public Translation translate(Optional<List<ParameterValue>> parameters, CallControl control) throws SQLException {
        KnownObjects objects = new KnownObjects(catalog.schema());
        while (true) {
            Optional<Translation> translation = pass(objects, parameters);
            if (objects.isComplete() && translation.isPresent()) {
                return translation.get();
            }
            objects.load(catalog, control);
        }
    }

    private Optional<Translation> pass(KnownObjects objects, Optional<List<ParameterValue>> parameters)
            throws SQLException {
        try {
            FlatSelect select = FlatSelect.of(query, text);
            Values values = new Values(text, zone, clock, parameters);
            return new SelectTranslation(select, text, objects, values, compoundFields).translate();
        } catch (NotInSoql tooMuch) {
            if (!objects.isComplete()) {
                // An object that is not known yet may be what made it look so.
                return Optional.empty();
            }
            String message = Places.of(text, tooMuch.node()) + "This statement is more than one SOQL query can say: "
                    + tooMuch.getMessage();
            Optional<String> word = tooMuch.isBesideChildren()
                    ? Optional.of("a child subquery")
                    : SoqlWords.first(query).map(SoqlWords.Word::name);
            if (word.isPresent()) {
                throw new OnlyInSoqlException(message + "; and only Salesforce runs " + word.get()
                        + ", so ask for that in a statement of its own");
            }
            throw SqlErrors.of(SqlState.FEATURE_NOT_SUPPORTED, message);
        } catch (Refused refused) {
            if (!objects.isComplete()) {
                return Optional.empty();
            }
            throw refused.refusal();
        }
    }
}
