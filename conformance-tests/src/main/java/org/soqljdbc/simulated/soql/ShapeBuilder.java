package org.soqljdbc.simulated.soql;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SelectItem.FieldSet;
import org.soqljdbc.grammar.soql.SelectItem.TypeOf;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Makes the shape of records from the SELECT list. */
final class ShapeBuilder implements SelectItem.Visitor<Void> {

    private static final int LONG_TEXT = 255;

    private final Schema schema;
    private final OrgData data;
    private final Scope scope;
    private final RowOperands operands;
    private final Function<SelectItem.Child, Child> children;
    private final Shape shape = new Shape(false);
    private final Set<String> selected = new LinkedHashSet<>();
    private final QueryText text;
    private int expressions;

    /** A compiled child subquery: its relationship and what it gives for a parent. */
    record Child(String name, Function<RowAddress, Records> rows) {}

    ShapeBuilder(
            Schema schema,
            OrgData data,
            QueryText text,
            Scope scope,
            RowOperands operands,
            Function<SelectItem.Child, Child> children) {
        this.schema = schema;
        this.data = data;
        this.text = text;
        this.scope = scope;
        this.operands = operands;
        this.children = children;
    }

    Shape build(List<SelectItem> items) {
        items.forEach(item -> item.accept(this));
        return shape;
    }

    @Override
    public Void expression(SelectItem.Expression item) {
        if (item.operand() instanceof FieldPath path) {
            ResolvedPath resolved = scope.resolve(path);
            if (item.alias().isPresent()) {
                throw scope.refuse(item, "MALFORMED_QUERY", "only aggregate expressions use field aliasing");
            }
            field(resolved, path);
            return null;
        }
        FunctionCall call = (FunctionCall) item.operand();
        Bound<RowAddress> bound = operands.bind(call);
        boolean distance = call.function().kind() == org.soqljdbc.grammar.soql.Function.Kind.LOCATION;
        // An expression of its own has a name only by its alias, else expr0 and so on.
        String name = item.alias().orElse(distance ? "expr" + expressions++ : bound.label());
        if (!shape.add(name, new Shape.Scalar(bound.reader()))) {
            throw duplicate(call, name);
        }
        return null;
    }

    private void field(ResolvedPath resolved, Object node) {
        if (!selected.add(resolved.key())) {
            throw duplicate(node, resolved.field().name());
        }
        Shape at = shape;
        for (ResolvedPath.Hop hop : resolved.hops()) {
            String relationship = hop.reference().relationshipName().orElseThrow();
            at = at.parent(relationship, hop.reference().isPolymorphic(), hop.parent(data));
            if (at == null) {
                throw duplicate(node, relationship);
            }
        }
        add(at, resolved.owner(), resolved.field(), node);
    }

    private Refusal duplicate(Object node, String name) {
        return text.refuse(node, "INVALID_FIELD", "duplicate field selected: " + name);
    }

    private void add(Shape at, String owner, Field field, Object node) {
        Function<RowAddress, Object> reader = ResolvedPath.fieldReader(owner, field);
        Shape.Member member =
                field.type().equals("base64") ? new Shape.BlobPath(field.name(), reader) : new Shape.Scalar(reader);
        if (!at.add(field.name(), member)) {
            throw duplicate(node, field.name());
        }
        if (field.custom() && field.length() > LONG_TEXT && field.type().equals("textarea")) {
            shape.addLongText();
        }
    }

    @Override
    public Void countAll(SelectItem.CountAll item) {
        throw scope.refuse(item, "MALFORMED_QUERY", "COUNT() must be the only item of the SELECT list");
    }

    @Override
    public Void fieldSet(FieldSet item) {
        SObjectType type = scope.root();
        boolean any = false;
        for (Field field : type.fields()) {
            boolean wanted = switch (item.kind()) {
                case ALL -> true;
                case STANDARD -> !field.custom();
                case CUSTOM -> field.custom();
            };
            if (wanted) {
                field(new ResolvedPath(List.of(), field, type.name()), item);
                any = true;
            }
        }
        if (!any) {
            throw scope.refuse(item, "MALFORMED_QUERY", "The SOQL FIELDS function found no fields to select");
        }
        return null;
    }

    @Override
    public Void child(SelectItem.Child item) {
        Child child = children.apply(item);
        if (!shape.add(child.name(), new Shape.Children(child.rows()))) {
            throw duplicate(item, child.name());
        }
        return null;
    }

    @Override
    public Void typeOf(TypeOf item) {
        List<ResolvedPath.Hop> hops = scope.resolveRelationship(item.relationship());
        ResolvedPath.Hop last = hops.get(hops.size() - 1);
        if (!last.reference().isPolymorphic()) {
            throw scope.refuse(
                    item.relationship(),
                    "INVALID_FIELD",
                    "TYPEOF needs a polymorphic relationship: " + item.relationship());
        }
        Map<String, Shape> branches = new HashMap<>();
        for (TypeOf.Branch branch : item.branches()) {
            SObjectType type = schema.type(branch.type())
                    .filter(found -> last.reference().referenceTo().contains(found.name()))
                    .orElseThrow(() -> scope.refuse(
                            branch, "INVALID_TYPE", branch.type() + " is not a type of " + item.relationship()));
            branches.put(type.name(), branch(type, branch.fields()));
        }
        Optional<Shape> otherwise = item.otherwise().isEmpty()
                ? Optional.empty()
                : Optional.of(branch(schema.type(ResolvedPath.NAME).orElseThrow(), item.otherwise()));
        Shape at = shape;
        for (ResolvedPath.Hop hop : hops.subList(0, hops.size() - 1)) {
            at = at.parent(
                    hop.reference().relationshipName().orElseThrow(),
                    hop.reference().isPolymorphic(),
                    hop.parent(data));
        }
        String name = last.reference().relationshipName().orElseThrow();
        Function<String, Shape> choice = type -> branches.getOrDefault(type, otherwise.orElse(null));
        if (at == null || !at.add(name, new Shape.ByType(last.parent(data), choice))) {
            throw duplicate(item.relationship(), name);
        }
        return null;
    }

    private Shape branch(SObjectType type, List<FieldPath> fields) {
        Scope inner = new Scope(schema, text, type);
        ShapeBuilder builder = new ShapeBuilder(schema, data, text, inner, null, null);
        for (FieldPath path : fields) {
            builder.field(inner.resolve(path), path);
        }
        return builder.shape;
    }
}
