/**
 * Says what is the same for every org and connection: the constants of DatabaseMetaData, in groups.
 *
 * <p>Imports nothing of the driver and asks nothing of the org.
 */
package org.soqljdbc.metadata.facts;
