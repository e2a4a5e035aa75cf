package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.bind.PathResolver;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/** The items of a select list that only SOQL has: child subqueries and TYPEOF. */
final class SoqlItems {

    private final FromClause from;
    private final SqlText text;
    private final KnownObjects objects;
    private final Values values;
    private final CompoundFields compoundFields;

    SoqlItems(FromClause from, SqlText text, KnownObjects objects, Values values, CompoundFields compoundFields) {
        this.from = from;
        this.text = text;
        this.objects = objects;
        this.values = values;
        this.compoundFields = compoundFields;
    }

    // ---- child subqueries ----------------------------------------------------------------------------------

    /** A child subquery. @param relationship as describe spells it */
    record Child(SelectItem item, String relationship) {}

    /**
     * {@code (SELECT ... FROM Contacts)}, whose FROM names a child relationship of the object after the outer FROM.
     *
     * @return empty if an object is not known yet
     * @throws NotInSoql if it is a subquery of another kind, or says more than SOQL takes there
     */
    Optional<Child> child(Expression.Subquery subquery) {
        FlatSelect select = FlatSelect.of(subquery.query(), text);
        Optional<TableReference.Table> table = onlyTable(select);
        if (table.isEmpty()) {
            throw new NotInSoql(subquery, "a subquery as a value");
        }
        String name = table.get().names().get(0).text();
        Optional<ChildRelationship> relationship = from.root().object().child(name);
        if (relationship.isEmpty()) {
            requireTable(table.get(), name);
            throw new NotInSoql(
                    subquery,
                    "a subquery as a value; " + from.root().object().name() + " has no child relationship '" + name
                            + "'");
        }
        Optional<SObject> object = objects.find(relationship.get().childObject());
        if (object.isEmpty()) {
            if (objects.isUndescribable(relationship.get().childObject())) {
                throw new Refused(objects.noSuchObject(
                        Places.of(text, table.get()), relationship.get().childObject()));
            }
            return Optional.empty();
        }
        TableReference.Table children = new TableReference.Table(
                List.of(Name.of(object.get().name())),
                table.get().alias().or(() -> Optional.of(table.get().names().get(0))),
                List.of());
        return new SelectTranslation(select.from(List.of(children)), text, objects, values, compoundFields)
                .translate()
                .map(translation -> new Child(
                        new SelectItem.Child(plain(subquery, translation, relationship.get())),
                        relationship.get().name()));
    }

    private static Optional<TableReference.Table> onlyTable(FlatSelect select) {
        return select.from().size() == 1
                        && select.from().get(0) instanceof TableReference.Table table
                        && table.names().size() == 1
                        && table.columns().isEmpty()
                ? Optional.of(table)
                : Optional.empty();
    }

    /** A name that is no table either was meant for a relationship. */
    private void requireTable(TableReference.Table table, String name) {
        if (objects.find(name).isEmpty() && objects.isUndescribable(name)) {
            List<String> known = from.root().object().children().stream()
                    .map(ChildRelationship::name)
                    .filter(each -> !each.isEmpty())
                    .toList();
            throw new Refused(SqlErrors.of(
                    SqlState.NO_SUCH_TABLE,
                    Places.of(text, table) + "There is no table '" + name + "', and "
                            + from.root().object().name() + " has no child relationship of that name"
                            + NearestName.hint(name, known)));
        }
    }

    /** SOQL's FROM names the relationship; its rows are as Salesforce answers them, with nothing done to them here. */
    private static SoqlQuery plain(
            Expression.Subquery subquery, Translation translation, ChildRelationship relationship) {
        SoqlQuery query = translation.query().orElseThrow();
        boolean asAnswered = translation.answered() == Translation.Answered.BY_QUERY
                && translation.skip() == 0
                && query.offset().isEmpty()
                && !query.isAggregate()
                && translation.outputs().size() == query.select().size();
        for (int i = 0; asAnswered && i < translation.outputs().size(); i++) {
            Translation.Output output = translation.outputs().get(i);
            asAnswered = output.slot() == i && isNamed(query.select().get(i), output.label());
        }
        if (!asAnswered) {
            throw new NotInSoql(
                            subquery,
                            "a child subquery with aliases, constants, groups or OFFSET, whose columns are as Salesforce"
                                    + " answers them")
                    .besideChildren();
        }
        return new SoqlQuery(
                query.select(),
                List.of(new SoqlQuery.FromItem(FieldPath.of(relationship.name()), Optional.empty())),
                query.scope(),
                query.where(),
                query.with(),
                query.groupBy(),
                query.having(),
                query.orderBy(),
                query.limit(),
                query.offset(),
                query.forPurposes(),
                query.updates(),
                query.options(),
                query.allRows());
    }

    /** Whether the item would be called so without an alias. */
    private static boolean isNamed(SelectItem item, String label) {
        if (item instanceof SelectItem.Expression expression) {
            return expression.operand() instanceof FieldPath path
                    && path.toString().equalsIgnoreCase(label);
        }
        return item instanceof SelectItem.Child child
                && child.query().root().path().last().equalsIgnoreCase(label);
    }

    // ---- TYPEOF --------------------------------------------------------------------------------------------

    /** TYPEOF. @param labels of the columns it makes, in the order in which the query's answer has them */
    record TypeOf(SelectItem item, List<String> labels) {}

    /**
     * {@code TYPEOF relationship WHEN type THEN fields ... ELSE fields END}: a column for each field that any branch
     * names.
     *
     * @return empty if an object is not known yet
     * @throws Refused 42S02 or 42S22
     */
    Optional<TypeOf> typeOf(Expression.TypeOf node) {
        FieldPath relationship = relationship(node);
        // By the path of the value, as the answer has it, since fields of one name share a column.
        Map<String, String> labels = new LinkedHashMap<>();
        List<SelectItem.TypeOf.Branch> branches = new ArrayList<>();
        boolean complete = true;
        for (Expression.TypeOf.Branch branch : node.branches()) {
            Optional<SObject> object = objects.find(branch.type().text());
            if (object.isEmpty() && objects.isUndescribable(branch.type().text())) {
                throw new Refused(objects.noSuchObject(
                        Places.of(text, node), branch.type().text()));
            }
            complete &= object.isPresent();
            List<FieldPath> fields =
                    branch.paths().stream().map(SoqlItems::path).toList();
            if (object.isPresent()) {
                for (int i = 0; i < fields.size(); i++) {
                    column(
                            labels,
                            relationship,
                            object.get(),
                            fields.get(i),
                            branch.paths().get(i));
                }
            }
            branches.add(new SelectItem.TypeOf.Branch(branch.type().text(), fields));
        }
        List<FieldPath> otherwise =
                node.otherwise().stream().map(SoqlItems::path).toList();
        for (int i = 0; i < otherwise.size(); i++) {
            List<String> whole = new ArrayList<>(relationship.names());
            whole.addAll(otherwise.get(i).names());
            PathResolver.Target target = resolve(
                    from.root().object(), new FieldPath(whole), node.otherwise().get(i));
            labels.putIfAbsent(String.join(".", target.wirePath()), String.join(".", whole));
        }
        return complete
                ? Optional.of(new TypeOf(
                        new SelectItem.TypeOf(relationship, branches, otherwise), List.copyOf(labels.values())))
                : Optional.empty();
    }

    private FieldPath relationship(Expression.TypeOf node) {
        FromClause.Located located = from.locateRelationship(node.path())
                .orElseThrow(() -> new Refused(SqlErrors.of(
                        SqlState.NO_SUCH_COLUMN,
                        Places.of(text, node.path()) + "There is no parent relationship '"
                                + written(node.path()) + "' in "
                                + from.inWrittenOrder().stream()
                                        .map(use -> use.object().name())
                                        .collect(Collectors.joining(", ")))));
        List<String> names = new ArrayList<>(located.use().path());
        located.relative().forEach(name -> names.add(name.text()));
        return new FieldPath(names);
    }

    private void column(
            Map<String, String> labels,
            FieldPath relationship,
            SObject object,
            FieldPath field,
            Expression.Column written) {
        List<String> wirePath = new ArrayList<>(relationship.names());
        wirePath.addAll(resolve(object, field, written).wirePath());
        labels.putIfAbsent(String.join(".", wirePath), relationship + "." + field);
    }

    private PathResolver.Target resolve(SObject object, FieldPath path, Expression.Column written) {
        try {
            return new PathResolver(objects).resolve(object, path);
        } catch (PathResolver.NoSuchName nowhere) {
            throw new Refused(SqlErrors.of(SqlState.NO_SUCH_COLUMN, Places.of(text, written) + nowhere.getMessage()));
        }
    }

    private static FieldPath path(Expression.Column column) {
        return new FieldPath(column.names().stream().map(Name::text).toList());
    }

    private static String written(Expression.Column column) {
        return path(column).toString();
    }
}
