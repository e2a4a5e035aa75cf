package org.soqljdbc.config;

/** In which language statements are written, as property {@code dialect} names it. */
public enum Dialect {
    /** SOQL where the text is SOQL in every respect, else SQL. */
    AUTO,
    SOQL,
    SQL
}
