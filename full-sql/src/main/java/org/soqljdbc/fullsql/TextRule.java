package org.soqljdbc.fullsql;

import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** How a text of a plan compares with another. */
enum TextRule {
    /** A constant, which compares as that beside it does, and caseless beside another. */
    CONSTANT,
    /** Without case, as most text in Salesforce. */
    CASELESS,
    /** Character by character: a field that describe calls case-sensitive, or a piece of an Id. */
    EXACT,
    /** An Id of 18 characters: exactly, and what stands beside it may be the same Id in 15. */
    ID;

    /** How a field compares. */
    static TextRule of(Column column) {
        // The catalog's references hold names.
        boolean isId = (column.type() == SfType.ID || column.type() == SfType.REFERENCE)
                && !ObjectFamily.isCatalog(column.table());
        if (isId) {
            return ID;
        }
        return column.caseSensitive() ? EXACT : CASELESS;
    }

    /** How two compare with each other, or what is sometimes the one and sometimes the other: with case if either does. */
    TextRule with(TextRule other) {
        if (this == other || other == CONSTANT) {
            return this;
        }
        return this == CONSTANT ? other : EXACT;
    }

    /** How what is made of such text compares. */
    TextRule inPart() {
        return this == ID ? EXACT : this;
    }

    boolean isCaseless() {
        return this == CONSTANT || this == CASELESS;
    }
}
