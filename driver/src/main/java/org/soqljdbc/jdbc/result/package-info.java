/** The one face of ResultSet over any stream of rows. Imports {@code jdbc.base}, {@code jdbc.argument} and {@code jdbc.value}; knows neither statement nor connection. */
package org.soqljdbc.jdbc.result;
