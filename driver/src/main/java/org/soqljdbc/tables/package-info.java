/** What the org's objects are as tables of SQL: their kinds, columns and keys. Imports {@code catalog} and {@code bind}; sends nothing itself. */
package org.soqljdbc.tables;
