package org.soqljdbc.config;

/** As which columns addresses and locations are listed, as property {@code compoundFields} names it. */
public enum CompoundFields {
    /** As their parts alone: street, city, latitude. */
    PARTS,
    /** As one column each, whose text is JSON. */
    WHOLE,
    BOTH
}
