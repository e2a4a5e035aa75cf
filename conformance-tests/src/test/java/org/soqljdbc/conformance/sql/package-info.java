/** Judges what the SQL of the driver answers, by its guide and by an independent engine. Imports java.sql, the simulated org and H2. */
package org.soqljdbc.conformance.sql;
