/**
 * Plans and runs, by Apache Calcite over scans of the org's objects, what one SOQL query cannot say. Imports the driver's
 * {@code exec.spi} and the floors below it, and Calcite; never parses a user's text, never opens a connection of Avatica.
 */
package org.soqljdbc.fullsql;
