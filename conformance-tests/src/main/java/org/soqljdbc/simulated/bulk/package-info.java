/**
 * Bulk API 2.0 jobs: their states, the CSV they take and give, and the rows they write.
 *
 * <p>Imports the schema, the rows' writer and SOQL; knows no HTTP.
 */
package org.soqljdbc.simulated.bulk;
