/** The faces of java.sql that callers hold, made by {@code OrgConnection}. Imports every lower floor; never speaks HTTP or reads SQL itself. */
package org.soqljdbc.jdbc;
