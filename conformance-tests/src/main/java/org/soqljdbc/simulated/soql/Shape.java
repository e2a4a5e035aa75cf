package org.soqljdbc.simulated.soql;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.soqljdbc.simulated.data.Blob;
import org.soqljdbc.simulated.data.RowAddress;

/**
 * How a record is written: attributes, then the members in the order of their first mention. All that is selected
 * through one relationship shares one nested object.
 */
final class Shape {

    /** One member of a record. */
    interface Member {
        /** Writes the member's value. @return rows of child subqueries written */
        int write(RowAddress row, Page page) throws IOException;
    }

    /** Rows with two custom long text fields or more come at most 200 a page (REST API, "Query"). */
    private static final int WIDE = 2;

    private static final int LARGEST_WIDE_PAGE = 200;

    private final boolean polymorphic;
    private int longTexts;
    private final Map<String, Member> members = new LinkedHashMap<>();

    /** @param polymorphic whether records are seen as {@code Name}, as behind a polymorphic relationship */
    Shape(boolean polymorphic) {
        this.polymorphic = polymorphic;
    }

    /** Adds a member. @return whether the name was free */
    boolean add(String name, Member member) {
        return members.putIfAbsent(name, member) == null;
    }

    /** Notes that one of the members is a custom long text field. */
    void addLongText() {
        longTexts++;
    }

    int largestPage() {
        return longTexts >= WIDE ? LARGEST_WIDE_PAGE : Integer.MAX_VALUE;
    }

    /** The nested object of a relationship, made at its first mention; null when the name is taken otherwise. */
    Shape parent(String name, boolean seenAsName, Function<RowAddress, RowAddress> parent) {
        Member present = members.get(name);
        if (present == null) {
            Parent made = new Parent(new Shape(seenAsName), parent);
            members.put(name, made);
            return made.shape();
        }
        return present instanceof Parent nested ? nested.shape() : null;
    }

    int write(RowAddress row, Page page) throws IOException {
        JsonGenerator json = page.json();
        String type = row.table().type().name();
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", polymorphic ? ResolvedPath.NAME : type);
        json.writeStringField("url", page.recordUrl(type, row.table().urlKey(row.row())));
        json.writeEndObject();
        int rows = 0;
        for (Map.Entry<String, Member> member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            rows += member.getValue().write(row, page);
        }
        json.writeEndObject();
        return rows;
    }

    /** A value of the record. */
    record Scalar(Function<RowAddress, Object> reader) implements Member {
        @Override
        public int write(RowAddress row, Page page) throws IOException {
            JsonValues.write(page.json(), reader.apply(row));
            return 0;
        }
    }

    /** A base64 field: the path its bytes can be fetched from. */
    record BlobPath(String field, Function<RowAddress, Object> reader) implements Member {
        @Override
        public int write(RowAddress row, Page page) throws IOException {
            if (reader.apply(row) instanceof Blob) {
                page.json().writeString(page.recordUrl(row.table().type().name(), row.id()) + "/" + field);
            } else {
                page.json().writeNull();
            }
            return 0;
        }
    }

    /** The object a relationship names, null without one. */
    private record Parent(Shape shape, Function<RowAddress, RowAddress> parent) implements Member {
        @Override
        public int write(RowAddress row, Page page) throws IOException {
            RowAddress found = parent.apply(row);
            if (found == null) {
                page.json().writeNull();
                return 0;
            }
            return shape.write(found, page);
        }
    }

    /** The rows of a child subquery. */
    record Children(Function<RowAddress, Records> rows) implements Member {
        @Override
        public int write(RowAddress row, Page page) throws IOException {
            return page.children(rows.apply(row));
        }
    }

    /** TYPEOF: the shape of the branch for the type of the object named, null when there is none. */
    record ByType(Function<RowAddress, RowAddress> parent, Function<String, Shape> branches) implements Member {
        @Override
        public int write(RowAddress row, Page page) throws IOException {
            RowAddress found = parent.apply(row);
            Shape shape =
                    found == null ? null : branches.apply(found.table().type().name());
            if (shape == null) {
                page.json().writeNull();
                return 0;
            }
            return shape.write(found, page);
        }
    }
}
