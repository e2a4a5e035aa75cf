/** Finds what the names of a statement that writes mean, and makes its values fit their fields. Imports {@code bind.sql} and what is below {@code bind}; may cause describes, never a query or a write. */
package org.soqljdbc.bind.write;
