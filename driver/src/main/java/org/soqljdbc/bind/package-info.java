/** Finds what the names of a statement mean in the catalog; may cause describes, never a query. */
package org.soqljdbc.bind;
