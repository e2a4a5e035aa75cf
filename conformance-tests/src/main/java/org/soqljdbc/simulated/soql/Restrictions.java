package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Condition.And;
import org.soqljdbc.grammar.soql.Condition.Comparison;
import org.soqljdbc.grammar.soql.Condition.Comparison.Operator;
import org.soqljdbc.grammar.soql.Condition.InList;
import org.soqljdbc.grammar.soql.Condition.Includes;
import org.soqljdbc.grammar.soql.Condition.Not;
import org.soqljdbc.grammar.soql.Condition.Or;
import org.soqljdbc.grammar.soql.Condition.SemiJoin;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.simulated.schema.SObjectType;

/**
 * What may not be said about some objects: those that need a filter, the metadata catalog, custom metadata, big and
 * external objects; and the limits of FIELDS().
 */
final class Restrictions {

    private static final int MOST_ROWS_OF_ALL_FIELDS = 200;
    /** Objects whose WHERE must name one of these fields with = or IN, and what Salesforce says otherwise. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "ContentDocumentLink", Set.of("id", "contentdocumentid", "linkedentityid"),
            "FieldDefinition", Set.of("entitydefinitionid", "durableid", "entitydefinition.qualifiedapiname"));

    private static final Map<String, String> NEEDED_TEXT = Map.of(
            "ContentDocumentLink",
            "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or"
                    + " LinkedEntityId using the equals operator or multiple Id's using the IN operator.",
            "FieldDefinition",
            "FieldDefinition: a filter on a reified column is required [EntityDefinitionId,DurableId]");

    private final QueryText text;
    private final SObjectType type;

    Restrictions(QueryText text, SObjectType type) {
        this.text = text;
        this.type = type;
    }

    void check(SoqlQuery query) {
        neededFilter(query);
        allFields(query);
        clausesOfOtherObjects(query);
        List<Condition> conditions = query.where().map(Restrictions::flat).orElse(List.of());
        switch (type.storage()) {
            case CATALOG -> catalog(query, conditions);
            case CUSTOM_METADATA -> customMetadata(query, conditions);
            case BIG -> big(query, conditions);
            case EXTERNAL -> external(query, conditions);
            default -> {
                // Ordinary objects have no rules of their own.
            }
        }
    }

    /**
     * Data categories and statistics belong to Knowledge, SET OPTIONS to Data 360, other filters of WITH to feeds; the
     * org has none of them. The wording of the refusals is ours.
     */
    private void clausesOfOtherObjects(SoqlQuery query) {
        for (With clause : query.with()) {
            if (clause instanceof With.DataCategory || clause instanceof With.Filter) {
                throw text.refuse(clause, "MALFORMED_QUERY", "WITH is not supported on entity '" + type.name() + "'");
            }
        }
        if (!query.updates().isEmpty()) {
            throw new Refusal("MALFORMED_QUERY", "UPDATE is not supported on entity '" + type.name() + "'");
        }
        if (!query.options().isEmpty()) {
            throw new Refusal("MALFORMED_QUERY", "SET OPTIONS is not supported on entity '" + type.name() + "'");
        }
    }

    private void neededFilter(SoqlQuery query) {
        Set<String> fields = NEEDED.get(type.name());
        if (fields == null) {
            return;
        }
        Predicate<Condition> chooses = condition -> {
            if (condition instanceof Comparison comparison) {
                return comparison.operator() == Operator.EQUAL && names(comparison.left(), fields);
            }
            return condition instanceof InList list && !list.negated() && names(list.left(), fields);
        };
        boolean present = query.where().map(Restrictions::conjuncts).orElse(List.of()).stream()
                .anyMatch(chooses);
        if (!present) {
            throw new Refusal("MALFORMED_QUERY", NEEDED_TEXT.get(type.name()));
        }
    }

    /** Whether an operand is one of the fields, an alias before it or not. */
    private static boolean names(Operand operand, Set<String> fields) {
        if (!(operand instanceof FieldPath path)) {
            return false;
        }
        String written = "." + path.toString().toLowerCase(Locale.ROOT);
        return fields.stream().anyMatch(field -> written.endsWith("." + field));
    }

    private void allFields(SoqlQuery query) {
        boolean unbounded = query.select().stream()
                .anyMatch(item ->
                        item instanceof SelectItem.FieldSet set && set.kind() != SelectItem.FieldSet.Kind.STANDARD);
        if (!unbounded) {
            return;
        }
        Optional<Integer> limit = query.limit()
                .map(value -> ((NumberLiteral) value).digits())
                .map(digits -> digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
        boolean fewIds = query.where().map(Restrictions::conjuncts).orElse(List.of()).stream()
                .anyMatch(condition -> condition instanceof InList list
                        && !list.negated()
                        && list.values().size() <= MOST_ROWS_OF_ALL_FIELDS
                        && names(list.left(), Set.of("id")));
        if (!fewIds && limit.filter(rows -> rows <= MOST_ROWS_OF_ALL_FIELDS).isEmpty()) {
            throw new Refusal("MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
    }

    /** Metadata API objects of the catalog (Tooling API, "EntityDefinition", restrictions). */
    private void catalog(SoqlQuery query, List<Condition> conditions) {
        if (query.isAggregate()) {
            throw new Refusal(
                    "MALFORMED_QUERY",
                    "The requested operation is not yet supported by this SObject storage type, contact salesforce.com"
                            + " support for more information.");
        }
        for (Condition condition : conditions) {
            if (condition instanceof Or) {
                throw new Refusal("MALFORMED_QUERY", "Disjunctions not supported");
            }
            boolean negated = condition instanceof Not
                    || condition instanceof Includes
                    || condition instanceof Comparison comparison && comparison.operator() == Operator.NOT_EQUAL
                    || condition instanceof InList list && list.negated();
            if (negated) {
                throw new Refusal("MALFORMED_QUERY", "Only equals comparisons permitted");
            }
        }
        boolean joined = query.orderBy().stream().anyMatch(item -> isOfParent(item.operand(), query));
        if (joined) {
            throw new Refusal("MALFORMED_QUERY", "ORDER BY of a joined field is not supported");
        }
    }

    /** Whether a path leads to a parent; an alias or the object's own name before the field does not. */
    private boolean isOfParent(Operand operand, SoqlQuery query) {
        if (!(operand instanceof FieldPath path) || path.names().size() == 1) {
            return false;
        }
        String first = path.names().get(0);
        boolean own = first.equalsIgnoreCase(type.name())
                || query.root().alias().filter(first::equalsIgnoreCase).isPresent();
        return path.names().size() > (own ? 2 : 1);
    }

    /** SOQL and SOSL Reference, "Custom Metadata Types". */
    private void customMetadata(SoqlQuery query, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition instanceof Or or && columns(or).size() > 1) {
                throw text.refuse(condition, "MALFORMED_QUERY", "Disjunctions not supported");
            }
        }
        if (query.orderBy().stream().anyMatch(item -> isOfParent(item.operand(), query))) {
            throw new Refusal("MALFORMED_QUERY", "ORDER BY of a joined field is not supported");
        }
        if (query.from().size() > 1) {
            throw text.refuse(query.from().get(1), "MALFORMED_QUERY", "Only one object in FROM is supported");
        }
    }

    private static Set<String> columns(Or or) {
        Set<String> columns = new HashSet<>();
        for (Condition term : flat(or)) {
            if (term instanceof Comparison comparison) {
                columns.add(comparison.left().toString());
            } else if (term instanceof InList list) {
                columns.add(list.left().toString());
            }
        }
        return columns;
    }

    /** SOQL and SOSL Reference, "SOQL with Big Objects": the index in order, = on all but the last field named. */
    private void big(SoqlQuery query, List<Condition> conditions) {
        if (query.isAggregate()) {
            throw new Refusal("BIG_OBJECT_UNSUPPORTED_OPERATION", "Aggregate functions not supported");
        }
        int named = 0;
        boolean open = false;
        for (String field : type.indexFields()) {
            Optional<Condition> test = conditions.stream()
                    .filter(condition -> names(left(condition), Set.of(field.toLowerCase(Locale.ROOT))))
                    .findFirst();
            if (test.isEmpty()) {
                break;
            }
            named++;
            if (open) {
                throw bigRefusal("Only the last filtered field of the index may have another operator than =");
            }
            open = !(test.get() instanceof Comparison comparison && comparison.operator() == Operator.EQUAL);
        }
        for (Condition condition : conditions) {
            boolean indexed = names(
                    left(condition), lowerIndex().subList(0, named).stream().collect(Collectors.toSet()));
            boolean allowed = condition instanceof And
                    || condition instanceof InList list && !list.negated() && indexed
                    || condition instanceof Comparison comparison
                            && comparison.operator() != Operator.NOT_EQUAL
                            && comparison.operator() != Operator.LIKE
                            && indexed;
            if (!allowed) {
                throw bigRefusal("Filters must name the fields of the index in order, without gaps");
            }
        }
    }

    private List<String> lowerIndex() {
        return type.indexFields().stream()
                .map(field -> field.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Refusal bigRefusal(String message) {
        return new Refusal("BIG_OBJECT_UNSUPPORTED_OPERATION", message);
    }

    /** SOQL and SOSL Reference, "External Objects". */
    private void external(SoqlQuery query, List<Condition> conditions) {
        if (query.isAggregate() && !query.isCountAll()) {
            throw externalRefusal("Aggregate functions are not supported on external objects");
        }
        for (Condition condition : conditions) {
            boolean refused = condition instanceof Includes
                    || condition instanceof Comparison comparison && comparison.operator() == Operator.LIKE;
            if (refused) {
                throw externalRefusal("LIKE, INCLUDES and EXCLUDES are not supported on external objects");
            }
        }
        boolean refused = query.select().stream()
                .anyMatch(item -> item instanceof SelectItem.TypeOf
                        || item instanceof SelectItem.Expression expression
                                && expression.operand() instanceof FunctionCall);
        if (refused && !query.isCountAll()) {
            throw externalRefusal("TYPEOF and functions are not supported on external objects");
        }
    }

    private static Refusal externalRefusal(String message) {
        return new Refusal("EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION", message);
    }

    private static Operand left(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return comparison.left();
        }
        if (condition instanceof InList list) {
            return list.left();
        }
        return condition instanceof SemiJoin join ? join.left() : FieldPath.of("");
    }

    /** Every condition of a tree, the inner ones after those around them. */
    private static List<Condition> flat(Condition condition) {
        List<Condition> all = new ArrayList<>();
        all.add(condition);
        if (condition instanceof And and) {
            and.terms().forEach(term -> all.addAll(flat(term)));
        } else if (condition instanceof Or or) {
            or.terms().forEach(term -> all.addAll(flat(term)));
        } else if (condition instanceof Not not) {
            all.addAll(flat(not.term()));
        }
        return all;
    }

    /** The terms joined by AND at the top. */
    private static List<Condition> conjuncts(Condition condition) {
        List<Condition> all = new ArrayList<>();
        if (condition instanceof And and) {
            and.terms().forEach(term -> all.addAll(conjuncts(term)));
        } else {
            all.add(condition);
        }
        return all;
    }
}
