package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;

/** Finds in a statement what only SOQL has, and only Salesforce can run. */
final class SoqlWords {

    private static final Set<String> FUNCTIONS =
            Set.of("TOLABEL", "CONVERTCURRENCY", "CONVERTTIMEZONE", "DISTANCE", "GEOLOCATION");

    private SoqlWords() {}

    /**
     * Something of SOQL's own.
     *
     * @param name what a message calls it
     */
    record Word(Expression node, String name) {}

    /** The first of them in a query of one SELECT; what stands in its subqueries is theirs. */
    static Optional<Word> first(Query query) {
        List<Expression> expressions = new ArrayList<>();
        if (query.body() instanceof Select select) {
            select.items().stream().map(SelectItem::expression).forEach(expressions::add);
            select.where().ifPresent(expressions::add);
            select.having().ifPresent(expressions::add);
        }
        query.orderBy().stream().map(OrderItem::expression).forEach(expressions::add);
        return expressions.stream()
                .flatMap(expression -> first(expression).stream())
                .findFirst();
    }

    private static Optional<Word> first(Expression expression) {
        return name(expression)
                .map(name -> new Word(expression, name))
                .or(() -> expression.children().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst());
    }

    private static Optional<String> name(Expression expression) {
        if (expression instanceof Expression.TypeOf) {
            return Optional.of("TYPEOF");
        }
        return expression instanceof FunctionCall call
                        && FUNCTIONS.contains(call.name().toUpperCase(Locale.ROOT))
                ? Optional.of(call.name() + "()")
                : Optional.empty();
    }
}
