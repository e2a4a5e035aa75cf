package org.soqljdbc.simulated.soql;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soqljdbc.grammar.soql.Condition.SemiJoin;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlQuery.FromItem;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.ChildRelationship;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Compiles one query: names to fields, conditions to tests, the SELECT list to the shape of records. */
final class QueryCompiler {

    /** SOQL and SOSL Reference, "OFFSET". */
    private static final int MOST_OFFSET = 2000;

    /** With OFFSET only the first batch is answered, and the metadata catalog has no more (REST API, query). */
    private static final int ONE_BATCH = 2000;

    private final Schema schema;
    private final OrgData data;
    private final OrgCalendar calendar;
    private final Literals literals;
    private final QueryText text;
    private final boolean all;
    private final String userId;

    /** @param all whether deleted and archived rows are seen (queryAll) */
    QueryCompiler(Schema schema, OrgData data, OrgCalendar calendar, QueryText text, boolean all, String userId) {
        this.schema = schema;
        this.data = data;
        this.calendar = calendar;
        this.literals = new Literals(calendar);
        this.text = text;
        this.all = all;
        this.userId = userId;
    }

    /** Answers a query that is not a subquery. */
    Records answer(SoqlQuery query) {
        SObjectType type = object(query.root());
        new Restrictions(text, type).check(query);
        Scope scope = new Scope(schema, text, type);
        scope.learn(query.from());
        if (query.isCountAll()) {
            RowQuery rows = rows(query, scope, new Shape(false));
            return new Count(rows.answer().size());
        }
        if (query.isAggregate()) {
            RowOperands operands = new RowOperands(scope, data, calendar);
            GroupedQuery grouped = new GroupedQuery(query, scope, operands, calendar, literals);
            RowQuery rows = rows(query.withLimit(Optional.empty()), scope, new Shape(false));
            return grouped.answer(rows.matching(), limit(query), offset(query));
        }
        RowQuery rows = rows(query, scope, shape(query, scope));
        Records answer = rows.answer();
        if (type.storage() == SObjectType.Storage.CATALOG && answer.size() > ONE_BATCH) {
            throw new Refusal(
                    "EXCEEDED_ID_LIMIT",
                    type.name() + " does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        return query.offset().isPresent() && answer.size() > ONE_BATCH
                ? new RowRecords(rows.table(), ONE_BATCH, ((RowRecords) answer).rowAt(), ((RowRecords) answer).shape())
                : answer;
    }

    private SObjectType object(FromItem from) {
        String name = from.path().toString();
        SObjectType type = schema.type(name)
                .orElseThrow(() -> text.refuse(
                        from.path(),
                        "INVALID_TYPE",
                        "sObject type '" + name
                                + "' is not supported. If you are attempting to use a custom object, be sure to append"
                                + " the '__c' after the entity name. Please reference your WSDL or the describe call"
                                + " for the appropriate names."));
        if (!type.queryable()) {
            throw new Refusal("INVALID_TYPE_FOR_OPERATION", "entity type " + type.name() + " does not support query");
        }
        return type;
    }

    private Shape shape(SoqlQuery query, Scope scope) {
        RowOperands operands = new RowOperands(scope, data, calendar);
        return new ShapeBuilder(schema, data, text, scope, operands, item -> child(item, scope)).build(query.select());
    }

    private RowQuery rows(SoqlQuery query, Scope scope, Shape shape) {
        RowOperands operands = new RowOperands(scope, data, calendar);
        SemiJoins semiJoins = new SemiJoins(text, scope, this::semiJoined);
        query.where().ifPresent(semiJoins::check);
        Conditions<RowAddress> conditions = new Conditions<>(literals, operands::filtered, semiJoins::test);
        Optional<Predicate<RowAddress>> where = query.where().map(conditions::test);
        Optional<Predicate<RowAddress>> mine = query.scope().flatMap(name -> scoped(scope, name));
        boolean grouped = query.isAggregate() && !query.isCountAll();
        return new RowQuery(
                data.table(scope.root()),
                all,
                mine.isPresent() ? Optional.of(where.map(mine.get()::and).orElse(mine.get())) : where,
                new Ordering<>(grouped ? List.of() : query.orderBy(), operands::sorted),
                limit(query),
                grouped ? 0 : offset(query),
                shape);
    }

    private Optional<Predicate<RowAddress>> scoped(Scope scope, String name) {
        SObjectType type = scope.root();
        boolean supported = false;
        for (var known : type.json().get("supportedScopes")) {
            supported |= known.get("name").textValue().equalsIgnoreCase(name);
        }
        if (!supported) {
            throw new Refusal("INVALID_QUERY_SCOPE", "invalid query scope: " + name);
        }
        if (!name.equalsIgnoreCase("mine")) {
            return Optional.empty();
        }
        Field owner = type.field("OwnerId").orElseThrow();
        return Optional.of(row -> userId.equals(row.value(owner.column())));
    }

    private static Optional<Integer> limit(SoqlQuery query) {
        return query.limit().map(QueryCompiler::count);
    }

    private static int offset(SoqlQuery query) {
        int offset = query.offset().map(QueryCompiler::count).orElse(0);
        if (offset > MOST_OFFSET) {
            throw new Refusal("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + MOST_OFFSET);
        }
        return offset;
    }

    /** A number of rows; more than an int holds is as good as no limit. */
    private static int count(Value value) {
        String digits = ((NumberLiteral) value).digits();
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private ShapeBuilder.Child child(SelectItem.Child item, Scope outer) {
        SoqlQuery query = item.query();
        FieldPath path = query.root().path();
        ChildRelationship relationship = outer.root()
                .child(path.last())
                .orElseThrow(() -> text.refuse(
                        path,
                        "INVALID_TYPE",
                        "Didn't understand relationship '" + path.last()
                                + "' in FROM part of query call. If you are attempting to use a custom relationship, be"
                                + " sure to append the '__r' after the custom relationship name. Please reference your"
                                + " WSDL or the describe call for the appropriate names."));
        if (query.isAggregate() || query.scope().isPresent() || query.offset().isPresent()) {
            throw text.refuse(
                    query,
                    "MALFORMED_QUERY",
                    "Aggregates, GROUP BY, USING SCOPE and OFFSET are not allowed in a child subquery");
        }
        Scope scope = new Scope(schema, text, relationship.child());
        scope.learn(query.from());
        RowQuery rows = rows(query, scope, shape(query, scope));
        Table table = data.table(relationship.child());
        return new ShapeBuilder.Child(
                relationship.name().orElseThrow(),
                parent -> rows.answer(data.children(table, relationship.field(), parent.id())));
    }

    /** The values of a semi-join's inner query. */
    private SemiJoins.Inner semiJoined(SemiJoin join) {
        SoqlQuery query = join.query();
        SObjectType type = object(query.root());
        Scope scope = new Scope(schema, text, type);
        scope.learn(query.from());
        FieldPath path = (FieldPath) ((SelectItem.Expression) query.select().get(0)).operand();
        ResolvedPath selected = scope.resolve(path);
        RowQuery rows = rows(query, scope, new Shape(false));
        return new SemiJoins.Inner(
                type, selected, () -> rows.matching().stream().map(selected.reader(data)));
    }
}
