package org.soqljdbc.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** Follows a path from an object through its parents to a field. */
public final class PathResolver {

    private final KnownObjects objects;

    public PathResolver(KnownObjects objects) {
        this.objects = objects;
    }

    /**
     * Where a path ends.
     *
     * @param column the field, labelled with the path; a text column where an object on the way cannot be described
     * @param field the field itself, where it is described
     * @param wirePath the members of a reply's record that lead to the value, spelled as describe does
     */
    public record Target(Column column, Optional<Field> field, List<String> wirePath) {}

    /** A path that leads nowhere. */
    public static final class NoSuchName extends Exception {

        private static final long serialVersionUID = 1L;

        NoSuchName(String message) {
            super(message, null, false, false);
        }
    }

    /** @param path without alias: the first name is a field or relationship of the root */
    public Target resolve(SObject root, FieldPath path) throws NoSuchName {
        SObject owner = root;
        List<String> wirePath = new ArrayList<>();
        List<String> names = path.names();
        for (String name : names.subList(0, names.size() - 1)) {
            Field reference = reference(owner, name);
            wirePath.add(reference.relationshipName());
            if (reference.polymorphic()) {
                return throughName(names, wirePath);
            }
            Optional<SObject> parent = objects.find(reference.referenceTo().get(0));
            if (parent.isEmpty()) {
                return unknown(names, wirePath);
            }
            owner = parent.get();
        }
        Field field = field(owner, path.last());
        wirePath.add(field.name());
        boolean ofParent = names.size() > 1;
        return new Target(
                Columns.ofField(path.toString(), owner.name(), field, ofParent), Optional.of(field), wirePath);
    }

    /** The rest of a path after a polymorphic relationship: fields of the pseudo-object Name, or a parent of it. */
    private Target throughName(List<String> names, List<String> wirePath) throws NoSuchName {
        int next = wirePath.size();
        String name = names.get(next);
        if (next == names.size() - 1) {
            wirePath.add(name);
            SfType type = NameObject.field(name.toUpperCase(Locale.ROOT));
            return new Target(nameColumn(names, type), Optional.empty(), wirePath);
        }
        Optional<String> parent = NameObject.parent(name.toUpperCase(Locale.ROOT));
        Optional<SObject> owner = parent.flatMap(objects::find);
        if (owner.isEmpty()) {
            return unknown(names, wirePath);
        }
        wirePath.add(parent.get());
        Target rest = resolve(owner.get(), new FieldPath(names.subList(next + 1, names.size())));
        wirePath.addAll(rest.wirePath());
        return new Target(Columns.ofParent(String.join(".", names), rest.column()), rest.field(), wirePath);
    }

    private static Column nameColumn(List<String> names, SfType type) {
        Column field = Column.of(names.get(names.size() - 1), type);
        return Columns.ofParent(String.join(".", names), field);
    }

    /** An object on the way is not described (yet, or not to this user): the server knows. */
    private static Target unknown(List<String> names, List<String> wirePath) {
        wirePath.addAll(names.subList(wirePath.size(), names.size()));
        return new Target(Column.of(String.join(".", names), SfType.STRING), Optional.empty(), wirePath);
    }

    private static Field reference(SObject owner, String name) throws NoSuchName {
        Optional<Field> reference = owner.reference(name);
        if (reference.isEmpty()) {
            Optional<Field> itself =
                    owner.field(name).filter(field -> !field.relationshipName().isEmpty());
            throw new NoSuchName(owner.name() + " has no parent relationship '" + name + "'"
                    + itself.map(field -> "; the relationship of field " + field.name() + " is called '"
                                    + field.relationshipName() + "'")
                            .orElseGet(() -> NearestName.hint(name, relationships(owner))));
        }
        return reference.get();
    }

    private static Field field(SObject owner, String name) throws NoSuchName {
        Optional<Field> field = owner.field(name);
        if (field.isEmpty()) {
            throw new NoSuchName(owner.name() + " has no field '" + name + "' that this user may read"
                    + NearestName.hint(
                            name, owner.fields().stream().map(Field::name).toList()));
        }
        return field.get();
    }

    private static List<String> relationships(SObject owner) {
        return owner.fields().stream()
                .map(Field::relationshipName)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
