/** What a user may set: the table of properties, the URL, and the settings of one connection. Imports {@code error}; never does I/O. */
package org.soqljdbc.config;
