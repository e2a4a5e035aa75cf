/** The connection that callers hold, made by {@code OrgConnection}, with its statements. Imports every lower floor; never speaks HTTP or reads SQL itself. */
package org.soqljdbc.jdbc;
