/**
 * What a write may do to the rows, and what Salesforce says when it may not: reading values, checking them, defaults,
 * formulae, cascades.
 *
 * <p>Imports the schema, the rows and Jackson; knows no HTTP and no SOQL.
 */
package org.soqljdbc.simulated.write;
