package org.soqljdbc.simulated.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a test's org forbids beyond what the schema says, and how often its rows were written. Safe for many threads. */
public final class WriteRules {

    /** A validation rule. @param errorField the field its message stands at; empty for the top of the page */
    record ValidationRule(
            String object, Predicate<Map<String, Object>> refused, Optional<String> errorField, String message) {}

    /** A duplicate rule: records that agree in all these fields are duplicates. */
    record DuplicateRule(String object, List<String> fields) {}

    private final List<ValidationRule> validations = new CopyOnWriteArrayList<>();
    private final List<DuplicateRule> duplicates = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> locks = new ConcurrentHashMap<>();
    private final Map<String, Integer> writes = new HashMap<>();

    /**
     * Refuses records with FIELD_CUSTOM_VALIDATION_EXCEPTION.
     *
     * @param refused tests a record's values by field name
     * @param errorField the field the error names; null for none
     */
    public void refuseWhen(String object, Predicate<Map<String, Object>> refused, String errorField, String message) {
        validations.add(new ValidationRule(object, refused, Optional.ofNullable(errorField), message));
    }

    /** Refuses new records that agree with another one in all these fields, unless the request allows duplicates. */
    public void refuseDuplicates(String object, String... fields) {
        duplicates.add(new DuplicateRule(object, List.of(fields)));
    }

    /** Makes the next writes of a record, or of records that refer to it, fail with UNABLE_TO_LOCK_ROW. */
    public void lock(String id, int times) {
        locks.put(id, times);
    }

    /** Forgets rules and locks, not what was written. */
    public void clear() {
        validations.clear();
        duplicates.clear();
        locks.clear();
    }

    /** Forgets how often records were written. */
    public synchronized void forgetWrites() {
        writes.clear();
    }

    /** How often the record was written and the write was not rolled back: its insert, updates, delete. */
    public synchronized int writes(String id) {
        return writes.getOrDefault(id, 0);
    }

    /** Every record written, with how often. */
    public synchronized Map<String, Integer> writes() {
        return Map.copyOf(writes);
    }

    synchronized void count(String id, int change) {
        int now = writes.merge(id, change, Integer::sum);
        if (now == 0) {
            writes.remove(id);
        }
    }

    List<ValidationRule> validations() {
        return validations;
    }

    List<DuplicateRule> duplicates() {
        return duplicates;
    }

    boolean hasLocks() {
        return !locks.isEmpty();
    }

    /** Uses up one failure of a locked record. */
    boolean takeLock(String id) {
        boolean[] taken = {false};
        locks.computeIfPresent(id, (any, left) -> {
            taken[0] = true;
            return left > 1 ? left - 1 : null;
        });
        return taken[0];
    }
}
