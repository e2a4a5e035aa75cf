/**
 * Cuts a statement's records into calls, sends them, and says what became of each row. Imports {@code api.write} and
 * {@code bind.write}; knows neither statements nor batches, and never tells a caller anything.
 */
package org.soqljdbc.exec.write.chunk;
