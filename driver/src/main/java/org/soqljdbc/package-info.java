/** What applications name: the driver, its data source, and what a connection can tell beyond JDBC. Imports {@code jdbc}, {@code exec} and {@code config}; holds no logic of its own. */
package org.soqljdbc;
