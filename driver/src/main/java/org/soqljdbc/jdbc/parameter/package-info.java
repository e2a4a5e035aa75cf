/** What callers set for the parameters of a statement. Imports {@code jdbc.base} and {@code jdbc.argument}; runs nothing. */
package org.soqljdbc.jdbc.parameter;
