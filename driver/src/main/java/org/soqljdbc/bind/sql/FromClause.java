package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/**
 * The tables of FROM, made into one object and its parents: SOQL follows a reference to its parent, and joins in no other
 * way.
 */
final class FromClause {

    /** Catalog, schema and table. */
    static final int NAME_PARTS = 3;

    private final SqlText text;
    private final KnownObjects objects;
    private final List<TableUse> uses = new ArrayList<>();
    /** Conditions of ON and WHERE that no join has used up. */
    private final List<Expression> conditions = new ArrayList<>();

    private final List<LeftJoin> leftJoins = new ArrayList<>();

    private record LeftJoin(TableUse right, Expression on, TableReference.Join node) {}

    private FromClause(SqlText text, KnownObjects objects) {
        this.text = text;
        this.objects = objects;
    }

    /**
     * Reads FROM together with the conditions of WHERE, among which the join conditions of {@code FROM a, b} stand.
     *
     * @return empty if an object is not known yet, which {@code objects} has noted
     */
    static Optional<FromClause> of(
            List<TableReference> from, List<Expression> where, SqlText text, KnownObjects objects) {
        FromClause clause = new FromClause(text, objects);
        boolean complete = true;
        for (TableReference item : from) {
            complete &= item.accept(clause.new Tables());
        }
        if (!complete) {
            return Optional.empty();
        }
        where.forEach(condition -> clause.conditions.addAll(conjuncts(condition)));
        clause.join();
        return Optional.of(clause);
    }

    /** The object after SOQL's FROM. */
    TableUse root() {
        return uses.get(0);
    }

    /** Every table, in the order of FROM. */
    List<TableUse> inWrittenOrder() {
        return written;
    }

    private final List<TableUse> written = new ArrayList<>();

    /** What is left of ON and WHERE. */
    List<Expression> conditions() {
        return conditions;
    }

    /** A path to a parent keeps the rows that have none; INNER JOIN does not. */
    Filter required() {
        List<Filter> guards = new ArrayList<>();
        for (TableUse use : written) {
            if (use.isRequired()) {
                List<String> path = new ArrayList<>(use.path());
                path.add("Id");
                guards.add(Filter.of(NullLogic.nullTest(new FieldPath(path), true)));
            }
        }
        return Filter.and(guards);
    }

    static List<Expression> conjuncts(Expression condition) {
        if (condition instanceof Predicate.And and) {
            return and.terms().stream()
                    .flatMap(term -> conjuncts(term).stream())
                    .toList();
        }
        return List.of(condition);
    }

    // ---- tables --------------------------------------------------------------------------------------------

    private final class Tables implements TableReference.Visitor<Boolean> {

        @Override
        public Boolean table(TableReference.Table node) {
            if (!node.columns().isEmpty()) {
                throw new NotInSoql(node, "new names for a table's columns");
            }
            List<Name> names = node.names();
            if (names.size() == 2 && names.get(0).text().equalsIgnoreCase(Catalog.VIEWS_SCHEMA)) {
                throw new NotInSoql(node, "a view of " + Catalog.VIEWS_SCHEMA);
            }
            if (names.size() > NAME_PARTS
                    || names.size() > 1 && !names.get(names.size() - 2).text().equalsIgnoreCase(objects.schema())) {
                throw new Refused(SqlErrors.of(
                        SqlState.NO_SUCH_TABLE,
                        at(node) + "There is no schema '"
                                + names.get(Math.max(0, names.size() - 2)).text() + "'; tables are in schema "
                                + objects.schema() + elsewhere(names)));
            }
            String name = names.get(names.size() - 1).text();
            Optional<SObject> object = objects.find(name);
            if (object.isEmpty()) {
                if (objects.isUndescribable(name)) {
                    throw new Refused(objects.noSuchObject(at(node), name));
                }
                return false;
            }
            TableUse use = new TableUse(node, object.get());
            uses.add(use);
            written.add(use);
            return true;
        }

        private String elsewhere(List<Name> names) {
            String schema = names.get(names.size() - 2).text();
            boolean known = schema.equalsIgnoreCase(Catalog.SCHEMA) || schema.equalsIgnoreCase(Catalog.TOOLING);
            return known ? ", for one statement reads objects of one schema only" : "";
        }

        @Override
        public Boolean derived(TableReference.Derived node) {
            throw new NotInSoql(node, "a subquery in FROM that is more than columns and conditions");
        }

        @Override
        public Boolean join(TableReference.Join node) {
            if (node.natural() || !node.using().isEmpty()) {
                throw new NotInSoql(node, "a NATURAL JOIN or USING");
            }
            return switch (node.kind()) {
                case INNER, CROSS -> {
                    // Both sides, always: all that a pass misses comes with one call.
                    boolean complete = node.left().accept(this) & node.right().accept(this);
                    node.on().ifPresent(on -> conditions.addAll(conjuncts(on)));
                    yield complete;
                }
                case LEFT -> leftJoin(node, node.left(), node.right());
                case RIGHT -> leftJoin(node, node.right(), node.left());
                case FULL -> throw new NotInSoql(node, "a FULL JOIN");
            };
        }

        private boolean leftJoin(TableReference.Join node, TableReference kept, TableReference joined) {
            if (!(joined instanceof TableReference.Table table)) {
                throw new NotInSoql(node, "an outer join of several tables");
            }
            boolean complete = kept.accept(this);
            int before = uses.size();
            complete &= table(table);
            if (uses.size() > before) {
                leftJoins.add(new LeftJoin(uses.get(before), node.on().orElseThrow(), node));
            }
            return complete;
        }
    }

    // ---- joins ---------------------------------------------------------------------------------------------

    private void join() {
        for (LeftJoin join : leftJoins) {
            Optional<Link> link = link(join.on(), Optional.of(join.right()));
            if (link.isEmpty()) {
                throw new NotInSoql(join.node(), "an outer join by anything but a reference and the Id it holds");
            }
            link.get().parent().joinTo(link.get().child(), link.get().reference(), true);
        }
        for (Expression condition : List.copyOf(conditions)) {
            Optional<Link> link = link(condition, Optional.empty());
            // One that closes a circle is a condition like any other.
            if (link.isPresent()
                    && !link.get().parent().isJoined()
                    && !link.get().child().leadsTo(link.get().parent())) {
                link.get().parent().joinTo(link.get().child(), link.get().reference(), false);
                // By identity: an equal condition may stand twice, and the second is a condition still.
                conditions.removeIf(each -> each == condition);
            }
        }
        List<TableUse> roots = uses.stream().filter(use -> !use.isJoined()).toList();
        boolean tree = roots.size() == 1 && uses.stream().allMatch(use -> use.leadsTo(roots.get(0)));
        if (!tree) {
            throw new NotInSoql(
                    uses.get(uses.size() - 1).reference(), "a join by anything but a reference and the Id it holds");
        }
        uses.remove(roots.get(0));
        uses.add(0, roots.get(0));
    }

    /** A join condition {@code child.reference = parent.Id}. */
    private record Link(TableUse child, Field reference, TableUse parent) {}

    private Optional<Link> link(Expression condition, Optional<TableUse> wantedParent) {
        if (!(condition instanceof Predicate.Comparison comparison)
                || comparison.operator() != Predicate.Comparison.Operator.EQUAL
                || !(comparison.left() instanceof Expression.Column left)
                || !(comparison.right() instanceof Expression.Column right)) {
            return Optional.empty();
        }
        Optional<Located> a = locate(left);
        Optional<Located> b = locate(right);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        return link(a.get(), b.get(), wantedParent).or(() -> link(b.get(), a.get(), wantedParent));
    }

    private static Optional<Link> link(Located reference, Located id, Optional<TableUse> wantedParent) {
        if (reference.use() == id.use()
                || reference.relative().size() != 1
                || id.relative().size() != 1
                || !id.relative().get(0).text().equalsIgnoreCase("Id")
                || wantedParent.isPresent() && wantedParent.get() != id.use()) {
            return Optional.empty();
        }
        return reference
                .use()
                .object()
                .field(reference.relative().get(0).text())
                .filter(field -> !field.relationshipName().isEmpty()
                        && field.referenceTo().size() == 1
                        && field.referenceTo()
                                .get(0)
                                .equalsIgnoreCase(id.use().object().name()))
                .map(field -> new Link(reference.use(), field, id.use()));
    }

    // ---- columns -------------------------------------------------------------------------------------------

    /** A column's table, and the names that follow it. */
    record Located(TableUse use, List<Name> relative) {}

    /**
     * The table a column belongs to.
     *
     * @return empty if no table has such a column
     * @throws Refused 42702 if several have it
     */
    Optional<Located> locate(Expression.Column column) {
        return locate(column, FromClause::begins);
    }

    /** The same for the path of a parent, which ends in a relationship. */
    Optional<Located> locateRelationship(Expression.Column path) {
        return locate(
                path, (object, names) -> object.reference(names.get(0).text()).isPresent());
    }

    private Optional<Located> locate(Expression.Column column, BiPredicate<SObject, List<Name>> begins) {
        List<Name> names = column.names();
        for (int length = Math.min(NAME_PARTS, names.size() - 1); length > 0; length--) {
            List<Name> qualifier = names.subList(0, length);
            for (TableUse use : written) {
                if (use.isCalled(qualifier)) {
                    return Optional.of(new Located(use, names.subList(length, names.size())));
                }
            }
        }
        List<TableUse> owners =
                written.stream().filter(use -> begins.test(use.object(), names)).toList();
        if (owners.size() > 1) {
            throw new Refused(SqlErrors.of(
                    SqlState.AMBIGUOUS_COLUMN,
                    at(column) + "Column '" + names.get(0).text() + "' is in several tables: "
                            + owners.get(0).object().name() + " and "
                            + owners.get(1).object().name() + "; write its table before it"));
        }
        return owners.stream().findFirst().map(use -> new Located(use, names));
    }

    private static boolean begins(SObject object, List<Name> names) {
        String first = names.get(0).text();
        return names.size() == 1
                ? object.field(first).isPresent()
                : object.reference(first).isPresent();
    }

    private String at(Object node) {
        return Places.of(text, node);
    }
}
