package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery.OrderItem;
import org.soqljdbc.simulated.schema.Field;

/**
 * ORDER BY: text by its upper-case form, picklists by their defined order, nulls first in both directions unless
 * NULLS LAST is written.
 *
 * @param <C> what is ordered: rows or groups
 */
final class Ordering<C> {

    private record Key<C>(Function<C, Object> reader, int sign, boolean nullsLast) {}

    private final List<Key<C>> keys = new ArrayList<>();

    Ordering(List<OrderItem> items, Function<Operand, Bound<C>> binder) {
        for (OrderItem item : items) {
            Bound<C> bound = binder.apply(item.operand());
            // NULLS LAST is not honoured behind a relationship (SOQL and SOSL Reference, "ORDER BY").
            boolean nullsLast = item.nullsLast().orElse(false) && !bound.throughParent();
            keys.add(new Key<>(comparable(bound), item.descending() ? -1 : 1, nullsLast));
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The things in order; equal ones keep their places. */
    List<C> sorted(List<C> things) {
        if (keys.isEmpty()) {
            return things;
        }
        List<Sortable<C>> sortable = new ArrayList<>(things.size());
        for (C thing : things) {
            Object[] values = new Object[keys.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = keys.get(i).reader().apply(thing);
            }
            sortable.add(new Sortable<>(thing, values));
        }
        sortable.sort(this::compare);
        return sortable.stream().map(Sortable::thing).toList();
    }

    private record Sortable<C>(C thing, Object[] values) {}

    private int compare(Sortable<C> a, Sortable<C> b) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compare(keys.get(i), a.values()[i], b.values()[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Key<?> key, Object a, Object b) {
        if (a == null || b == null) {
            int nullFirst = Boolean.compare(b == null, a == null);
            return key.nullsLast() ? -nullFirst : nullFirst;
        }
        return key.sign() * Values.compare(a, b);
    }

    private static <C> Function<C, Object> comparable(Bound<C> bound) {
        if (bound.kind() == ValueKind.BOOLEAN) {
            // A missing parent's boolean reads false.
            return context -> Boolean.TRUE.equals(bound.read(context));
        }
        Optional<Field> picklist = bound.field().filter(field -> field.type().equals("picklist"));
        if (picklist.isPresent()) {
            List<String> order = List.copyOf(picklist.get().picklist().keySet());
            return context -> {
                Object value = bound.read(context);
                if (value == null) {
                    return null;
                }
                int place = order.indexOf(value);
                return (double) (place < 0 ? order.size() : place);
            };
        }
        if (bound.kind() == ValueKind.TEXT) {
            return context -> bound.read(context) instanceof String text ? Texts.fold(text) : null;
        }
        return bound.reader();
    }
}
