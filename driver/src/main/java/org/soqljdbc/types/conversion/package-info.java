/** How a wire value of each field type becomes a Java value, looked up once for each column. Imports {@code types} and {@code error}; guesses nothing. */
package org.soqljdbc.types.conversion;
