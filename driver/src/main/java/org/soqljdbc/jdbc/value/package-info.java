/** The faces of values that have methods of their own: Blob, Clob and Array. Imports {@code jdbc.argument}; knows no connection. */
package org.soqljdbc.jdbc.value;
