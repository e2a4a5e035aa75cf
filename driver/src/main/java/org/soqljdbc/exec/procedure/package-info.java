/**
 * Runs CALL: what the org can do that no SQL statement says, as a table of procedures. Imports the floors below {@code exec}
 * and {@code exec.spi}; never reads a user's text.
 */
package org.soqljdbc.exec.procedure;
