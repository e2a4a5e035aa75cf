package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;

/** The SELECT list of a grouped query, and what is added to it; nothing is asked twice. */
final class PartialSelect {

    private final SoqlQuery query;
    private final OrgFacts org;
    private final List<SelectItem> items = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    PartialSelect(SoqlQuery query, OrgFacts org) throws SQLException {
        this.query = query;
        this.org = org;
        for (SelectItem item : query.select()) {
            Operand operand = ((SelectItem.Expression) item).operand();
            String name = GroupedQuery.name(operand, query, org);
            if (!names.contains(name)) {
                names.add(name);
                items.add(item);
            }
        }
    }

    List<SelectItem> items() {
        return items;
    }

    /** Where an operand stands; it is added where it is missing. */
    int place(Operand operand) throws SQLException {
        String name = GroupedQuery.name(operand, query, org);
        int place = names.indexOf(name);
        if (place >= 0) {
            return place;
        }
        // Parents' fields of one name would be one member of a record.
        boolean ofParent = operand instanceof FieldPath path && path.names().size() > 1;
        Optional<String> alias = ofParent ? Optional.of("key" + names.size()) : Optional.empty();
        names.add(name);
        items.add(new SelectItem.Expression(operand, alias));
        return names.size() - 1;
    }

    /** Where an aggregate stands. */
    int place(Function function, FieldPath argument) throws SQLException {
        return place(new FunctionCall(function, List.of(argument)));
    }
}
