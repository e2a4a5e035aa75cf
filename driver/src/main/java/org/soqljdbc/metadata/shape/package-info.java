/** The columns of each result set of DatabaseMetaData, filled by name. Imports {@code rows} and {@code types}; knows nothing of the org. */
package org.soqljdbc.metadata.shape;
