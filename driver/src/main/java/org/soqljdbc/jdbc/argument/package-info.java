/** Takes in what callers hand to java.sql, refusing what JDBC does not allow. Imports only {@code error}; holds no state. */
package org.soqljdbc.jdbc.argument;
