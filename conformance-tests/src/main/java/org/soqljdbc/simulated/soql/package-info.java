/**
 * Answers SOQL with Salesforce's rules and Salesforce's refusals.
 *
 * <p>Imports the grammar, the schema and the rows; knows no HTTP.
 */
package org.soqljdbc.simulated.soql;
