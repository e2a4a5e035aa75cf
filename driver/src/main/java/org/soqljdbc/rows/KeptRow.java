package org.soqljdbc.rows;

import org.soqljdbc.types.RowValues;

/** A row that stays: all its texts in one String, which the JVM keeps at a byte a character where it can. */
final class KeptRow implements RowValues {

    private final String text;
    /** Where each slot's text ends; the complement of it for a null. Each begins where the one before ends. */
    private final int[] ends;

    KeptRow(String text, int[] ends) {
        this.text = text;
        this.ends = ends;
    }

    @Override
    public boolean isNull(int ordinal) {
        return ends[ordinal] < 0;
    }

    @Override
    public String textAt(int ordinal) {
        return text.substring(ordinal == 0 ? 0 : end(ordinal - 1), end(ordinal));
    }

    private int end(int ordinal) {
        int end = ends[ordinal];
        return end < 0 ? ~end : end;
    }

    @Override
    public boolean booleanAt(int ordinal) {
        return textAt(ordinal).startsWith("t");
    }
}
