/**
 * Answers DatabaseMetaData: shapes as tables, rows by column name.
 *
 * <p>Imports {@code catalog}, {@code bind}, {@code rows} and {@code types}; opens no result set itself (the floor above
 * hands in how) and sends nothing but what the catalog asks for.
 */
package org.soqljdbc.metadata;
