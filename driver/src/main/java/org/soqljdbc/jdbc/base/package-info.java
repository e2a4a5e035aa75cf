/** The methods of java.sql that carry no thought, as default-method interfaces. Imports only {@code error}; holds no state. */
package org.soqljdbc.jdbc.base;
