package org.soqljdbc.jdbc.result;

import java.util.HashMap;
import java.util.Map;
import org.soqljdbc.types.RowValues;

/** A row as it came, but for the slots that were set since. */
final class ChangedRow implements RowValues {

    /** What was done to a row. */
    enum Change {
        UPDATED,
        DELETED,
        /** It is not in the org yet, and has no values but those set. */
        INSERTING
    }

    private final RowValues before;
    private final Change change;
    private final Map<Integer, String> texts;

    /** @param before null for a row that has no values but the texts */
    ChangedRow(RowValues before, Change change, Map<Integer, String> texts) {
        this.before = before;
        this.change = change;
        this.texts = new HashMap<>(texts);
    }

    Change change() {
        return change;
    }

    @Override
    public boolean isNull(int ordinal) {
        return texts.containsKey(ordinal) ? texts.get(ordinal) == null : before == null || before.isNull(ordinal);
    }

    @Override
    public CharSequence textAt(int ordinal) throws java.sql.SQLException {
        return texts.containsKey(ordinal) ? texts.get(ordinal) : before.textAt(ordinal);
    }

    @Override
    public boolean booleanAt(int ordinal) {
        return texts.containsKey(ordinal) ? "true".equals(texts.get(ordinal)) : before.booleanAt(ordinal);
    }
}
