package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Which member of a record goes into which slot of a row. Immutable; serves every page of a query.
 *
 * <p>A slot's path names the members from the record down: {@code [Name]}, {@code [Owner, Name]} for a parent's field,
 * {@code [Contacts]} for a child subquery, {@code [What, Phone]} for a field of TYPEOF. Names are compared without case,
 * for Salesforce may answer in another case than the statement's.
 */
public final class RecordShape {

    private final Node root;
    private final int slots;

    private RecordShape(Node root, int slots) {
        this.root = root;
        this.slots = slots;
    }

    /**
     * The shape of the given paths, slot 0 first.
     *
     * @throws SQLException 42702 if two slots have one path or one path leads through another: a record cannot hold both
     */
    public static RecordShape of(List<List<String>> paths) throws SQLException {
        Node root = new Node();
        for (int slot = 0; slot < paths.size(); slot++) {
            root.add(paths.get(slot), 0, slot);
        }
        return new RecordShape(root, paths.size());
    }

    /** How many slots a row has. */
    public int slots() {
        return slots;
    }

    Node root() {
        return root;
    }

    /** The members of a record, or of a parent in it, in the order of their first mention. */
    static final class Node {

        private final List<Member> members = new ArrayList<>();
        private final Map<String, Integer> byName = new HashMap<>();

        private void add(List<String> path, int depth, int slot) throws SQLException {
            String name = path.get(depth);
            boolean last = depth == path.size() - 1;
            Integer known = byName.get(fold(name));
            if (known == null) {
                known = members.size();
                byName.put(fold(name), known);
                members.add(last ? new Member(name, slot, null) : new Member(name, -1, new Node()));
            } else if (last || members.get(known).parent() == null) {
                throw SqlErrors.of(SqlState.AMBIGUOUS_COLUMN, String.join(".", path) + " is selected twice");
            }
            if (!last) {
                members.get(known).parent().add(path, depth + 1, slot);
            }
        }

        int size() {
            return members.size();
        }

        Member member(int index) {
            return members.get(index);
        }

        /** The index of a member, or -1 for a name nobody asked for. */
        int indexOf(String name) {
            return byName.getOrDefault(fold(name), -1);
        }
    }

    private static String fold(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** @param slot where the value goes, or -1 for a parent @param parent its members, or null for a value */
    record Member(String name, int slot, Node parent) {}
}
