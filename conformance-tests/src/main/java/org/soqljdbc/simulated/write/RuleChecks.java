package org.soqljdbc.simulated.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/** What stands between a well-formed record and its being saved: unique fields, rules, duplicates, locks. */
final class RuleChecks {

    private final WriteRules rules;
    private final References references;

    RuleChecks(WriteRules rules, References references) {
        this.rules = rules;
        this.references = references;
    }

    /** @param self the row being written; -1 for a new one */
    void check(Table table, int self, Object[] values, Map<Field, Object> sent, WriteOptions options) {
        SObjectType type = table.type();
        lock(self < 0 ? "" : table.id(self), sent);
        sent.forEach((field, value) -> references.unique(type, field, value, self));
        for (WriteRules.ValidationRule rule : rules.validations()) {
            if (rule.object().equalsIgnoreCase(type.name()) && rule.refused().test(byName(type, values))) {
                throw WriteRefusal.of(
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        rule.message(),
                        rule.errorField().stream().toArray(String[]::new));
            }
        }
        if (self < 0 && !options.allowDuplicates()) {
            rules.duplicates().stream()
                    .filter(rule -> rule.object().equalsIgnoreCase(type.name()))
                    .forEach(rule -> duplicate(table, values, rule.fields()));
        }
    }

    /** Fails while the record, or one it refers to, is locked by somebody else. */
    void lock(String id, Map<Field, Object> sent) {
        if (!rules.hasLocks()) {
            return;
        }
        Collection<Object> parents = sent.values();
        if (rules.takeLock(id)) {
            throw locked(id);
        }
        for (Object parent : parents) {
            if (parent instanceof String text && rules.takeLock(text)) {
                throw locked(text);
            }
        }
    }

    private static WriteRefusal locked(String id) {
        return WriteRefusal.of(
                "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id);
    }

    private void duplicate(Table table, Object[] values, List<String> names) {
        Field first = table.type().field(names.get(0)).orElseThrow();
        for (int row : references.live(table.type(), first, values[first.column()])) {
            boolean same = names.stream()
                    .map(name -> table.type().field(name).orElseThrow().column())
                    .allMatch(column ->
                            Objects.equals(table.value(row, column), values[column]) || column == first.column());
            if (same) {
                throw WriteRefusal.of("DUPLICATES_DETECTED", "Use one of these records?");
            }
        }
    }

    static Map<String, Object> byName(SObjectType type, Object[] values) {
        Map<String, Object> named = new LinkedHashMap<>();
        type.fields().forEach(field -> named.put(field.name(), values[field.column()]));
        return named;
    }
}
