package org.soqljdbc.bind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** One walk over a statement with the objects known so far. */
final class BindingPass {

    /** For a place about which nothing is known: the value's own class decides which literal it becomes. */
    private static final ParameterTarget ANY_TARGET =
            new ParameterTarget(Column.of("a value", SfType.ANY_TYPE), ParameterTarget.Place.SINGLE);

    private static final ParameterTarget COUNT_TARGET =
            new ParameterTarget(Column.of("a number of rows or periods", SfType.INT), ParameterTarget.Place.SINGLE);
    private static final ParameterTarget COORDINATE_TARGET =
            new ParameterTarget(Column.of("a coordinate or distance", SfType.DOUBLE), ParameterTarget.Place.SINGLE);

    private final SoqlText text;
    private final KnownObjects objects;
    private final PathResolver paths;
    private final ParameterTarget[] targets;
    private final List<SQLException> problems = new ArrayList<>();
    private final NullDifferences nullDifferences;
    private boolean literalsFit = true;

    BindingPass(SoqlText text, KnownObjects objects) {
        this.text = text;
        this.objects = objects;
        this.paths = new PathResolver(objects);
        this.nullDifferences = new NullDifferences(objects);
        this.targets = new ParameterTarget[text.parameterCount()];
        Arrays.fill(targets, ANY_TARGET);
    }

    BoundQuery bind() {
        SObject root = objects.find(text.query().root().path().toString()).orElseThrow();
        return bindLevel(text.query(), root, true);
    }

    void throwFirstProblem() throws SQLException {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    private BoundQuery bindLevel(SoqlQuery query, SObject root, boolean outermost) {
        Scope scope = new Scope(root, query);
        SelectColumns select = new SelectColumns(scope, query.isAggregate());
        query.select().forEach(item -> item.accept(select));
        Conditions conditions = new Conditions(scope);
        query.where().ifPresent(where -> where.accept(conditions));
        query.having().ifPresent(having -> having.accept(conditions));
        for (With with : query.with()) {
            // WITH names settings and categories rather than fields: only its parameters matter here.
            if (with instanceof With.Filter filter) {
                filter.condition().accept(new Conditions(scope));
            }
        }
        query.groupBy().ifPresent(groupBy -> groupBy.items().forEach(item -> operand(scope, item)));
        query.orderBy().forEach(item -> operand(scope, item.operand()));
        query.limit().ifPresent(value -> target(value, COUNT_TARGET));
        query.offset().ifPresent(value -> target(value, COUNT_TARGET));
        nullDifferences.look(scope, query);
        return new BoundQuery(
                query,
                root,
                select.columns,
                outermost ? Arrays.asList(targets) : List.of(),
                literalsFit,
                outermost ? nullDifferences.found() : NullDifferences.Found.NOTHING);
    }

    // ---- names ---------------------------------------------------------------------------------------------

    private PathResolver.Target path(Scope scope, FieldPath path) {
        try {
            return paths.resolve(scope.root(), scope.relative(path));
        } catch (PathResolver.NoSuchName nowhere) {
            problem(SqlState.NO_SUCH_COLUMN, path, nowhere.getMessage());
            return new PathResolver.Target(Column.of(path.toString(), SfType.STRING), Optional.empty(), path.names());
        }
    }

    /** The column an operand is, labelled with its path or its function's name. */
    private Column operand(Scope scope, Operand operand) {
        if (operand instanceof FieldPath path) {
            return path(scope, path).column();
        }
        FunctionCall call = (FunctionCall) operand;
        Column first = Column.of("", SfType.DOUBLE);
        for (int i = 0; i < call.arguments().size(); i++) {
            Argument argument = call.arguments().get(i);
            if (argument instanceof Operand inner) {
                Column column = operand(scope, inner);
                first = i == 0 ? column : first;
            } else {
                target((Value) argument, COORDINATE_TARGET);
            }
        }
        return Columns.ofFunction(call.function().spelling(), call.function(), first);
    }

    private void target(Value value, ParameterTarget target) {
        if (value instanceof Parameter parameter) {
            targets[parameter.index()] = target;
        } else if (value instanceof DateConstant constant) {
            constant.n().ifPresent(n -> target(n, COUNT_TARGET));
        }
        literalsFit &= LiteralKinds.fits(value, target.column());
    }

    private void problem(SqlState state, Object node, String message) {
        problems.add(SqlErrors.of(state, Binder.at(text, node) + message));
    }

    // ---- conditions ----------------------------------------------------------------------------------------

    private final class Conditions implements Condition.Visitor<Void> {

        private final Scope scope;

        Conditions(Scope scope) {
            this.scope = scope;
        }

        @Override
        public Void and(Condition.And node) {
            node.terms().forEach(term -> term.accept(this));
            return null;
        }

        @Override
        public Void or(Condition.Or node) {
            node.terms().forEach(term -> term.accept(this));
            return null;
        }

        @Override
        public Void not(Condition.Not node) {
            return node.term().accept(this);
        }

        @Override
        public Void comparison(Condition.Comparison node) {
            ParameterTarget.Place place = node.operator() == Condition.Comparison.Operator.LIKE
                    ? ParameterTarget.Place.PATTERN
                    : ParameterTarget.Place.SINGLE;
            target(node.right(), new ParameterTarget(operand(scope, node.left()), place));
            return null;
        }

        @Override
        public Void inList(Condition.InList node) {
            ParameterTarget target = new ParameterTarget(operand(scope, node.left()), ParameterTarget.Place.LIST);
            node.values().forEach(value -> target(value, target));
            return null;
        }

        @Override
        public Void inParameter(Condition.InParameter node) {
            target(node.parameter(), new ParameterTarget(operand(scope, node.left()), ParameterTarget.Place.LIST));
            return null;
        }

        @Override
        public Void includes(Condition.Includes node) {
            ParameterTarget target = new ParameterTarget(operand(scope, node.left()), ParameterTarget.Place.LIST);
            node.values().forEach(value -> target(value, target));
            return null;
        }

        @Override
        public Void semiJoin(Condition.SemiJoin node) {
            operand(scope, node.left());
            FieldPath from = node.query().root().path();
            Optional<SObject> inner = objects.find(from.toString());
            if (inner.isPresent()) {
                bindLevel(node.query(), inner.get(), false);
            } else if (objects.isUndescribable(from.toString())) {
                problems.add(objects.noSuchObject(Binder.at(text, from), from.toString()));
            }
            return null;
        }
    }

    // ---- the SELECT list -----------------------------------------------------------------------------------

    private final class SelectColumns implements SelectItem.Visitor<Void> {

        private final Scope scope;
        private final boolean aggregate;
        private final List<BoundColumn> columns = new ArrayList<>();
        /** Salesforce numbers the results that have no alias: expr0, expr1, ... */
        private int unnamed;

        SelectColumns(Scope scope, boolean aggregate) {
            this.scope = scope;
            this.aggregate = aggregate;
        }

        @Override
        public Void expression(SelectItem.Expression item) {
            if (item.operand() instanceof FieldPath path) {
                PathResolver.Target target = path(scope, path);
                String label = item.alias().orElse(scope.relative(path).toString());
                add(
                        target.column().withLabel(label),
                        aggregate ? List.of(item.alias().orElse(path.last())) : target.wirePath());
            } else {
                call((FunctionCall) item.operand(), item.alias());
            }
            return null;
        }

        private void call(FunctionCall call, Optional<String> alias) {
            Column result = operand(scope, call);
            if (alias.isPresent()) {
                add(result.withLabel(alias.get()), List.of(alias.get()));
                return;
            }
            Optional<FieldPath> converted = convertedField(call);
            if (converted.isPresent()) {
                PathResolver.Target target = path(scope, converted.get());
                String label = scope.relative(converted.get()).toString();
                add(result.withLabel(label), aggregate ? List.of(converted.get().last()) : target.wirePath());
            } else {
                String label = "expr" + unnamed++;
                add(result.withLabel(label), List.of(label));
            }
        }

        /** The field of toLabel(f), FORMAT(f), convertCurrency(f), whose value comes under the field's own name. */
        private Optional<FieldPath> convertedField(FunctionCall call) {
            return switch (call.function()) {
                case TO_LABEL, FORMAT, CONVERT_CURRENCY -> {
                    Argument argument = call.arguments().get(0);
                    if (argument instanceof FieldPath path) {
                        yield Optional.of(path);
                    }
                    yield argument instanceof FunctionCall inner ? convertedField(inner) : Optional.empty();
                }
                default -> Optional.empty();
            };
        }

        /** {@code COUNT()} answers in totalSize, and no record has it. */
        @Override
        public Void countAll(SelectItem.CountAll item) {
            add(Column.count("COUNT()"), List.of("totalSize"));
            return null;
        }

        @Override
        public Void fieldSet(SelectItem.FieldSet item) {
            scope.root().fields().stream()
                    .filter(field -> switch (item.kind()) {
                        case ALL -> true;
                        case STANDARD -> !field.custom();
                        case CUSTOM -> field.custom();
                    })
                    .forEach(field -> add(
                            Columns.ofField(field.name(), scope.root().name(), field, false), List.of(field.name())));
            return null;
        }

        @Override
        public Void child(SelectItem.Child item) {
            String name = item.query().root().path().last();
            Optional<ChildRelationship> relationship = scope.root().child(name);
            if (relationship.isEmpty()) {
                String candidates = NearestName.hint(
                        name,
                        scope.root().children().stream()
                                .map(ChildRelationship::name)
                                .filter(known -> !known.isEmpty())
                                .collect(Collectors.toList()));
                problem(
                        SqlState.NO_SUCH_TABLE,
                        item.query().root().path(),
                        scope.root().name() + " has no child relationship '" + name + "'" + candidates);
                return null;
            }
            Optional<SObject> childObject = objects.find(relationship.get().childObject());
            Optional<BoundQuery> bound = childObject.map(object -> bindLevel(item.query(), object, false));
            if (bound.isEmpty() && objects.isUndescribable(relationship.get().childObject())) {
                problem(
                        SqlState.NO_SUCH_TABLE,
                        item.query().root().path(),
                        "The child object " + relationship.get().childObject() + " cannot be described by this user");
            }
            columns.add(new BoundColumn(
                    Column.childRows(name), List.of(relationship.get().name()), bound));
            return null;
        }

        /** One column for each field that any branch names; a record has the members of its own branch only. */
        @Override
        public Void typeOf(SelectItem.TypeOf item) {
            FieldPath relationship = scope.relative(item.relationship());
            item.branches()
                    .forEach(branch -> objects.find(branch.type())
                            .ifPresent(object ->
                                    branch.fields().forEach(field -> branchField(relationship, object, field))));
            item.otherwise().forEach(field -> {
                List<String> names = new ArrayList<>(relationship.names());
                names.addAll(field.names());
                PathResolver.Target target = path(scope, new FieldPath(names));
                addOnce(target.column().withLabel(String.join(".", names)), target.wirePath());
            });
            return null;
        }

        private void branchField(FieldPath relationship, SObject object, FieldPath field) {
            PathResolver.Target target;
            try {
                target = paths.resolve(object, field);
            } catch (PathResolver.NoSuchName nowhere) {
                problem(SqlState.NO_SUCH_COLUMN, field, nowhere.getMessage());
                return;
            }
            List<String> wirePath = new ArrayList<>(relationship.names());
            wirePath.addAll(target.wirePath());
            addOnce(Columns.ofParent(relationship + "." + field, target.column()), wirePath);
        }

        /** Branches that name fields of one name share a column; if their types differ it is text. */
        private void addOnce(Column column, List<String> wirePath) {
            for (int i = 0; i < columns.size(); i++) {
                BoundColumn earlier = columns.get(i);
                if (earlier.path().equals(wirePath)) {
                    if (earlier.column().type() != column.type()) {
                        columns.set(
                                i,
                                new BoundColumn(
                                        Column.of(earlier.column().label(), SfType.STRING),
                                        wirePath,
                                        Optional.empty()));
                    }
                    return;
                }
            }
            add(column, wirePath);
        }

        private void add(Column column, List<String> wirePath) {
            columns.add(new BoundColumn(column, wirePath, Optional.empty()));
        }
    }
}
