/**
 * What objects and fields the org has: describe JSON in the shape Salesforce answers it, read back for evaluation.
 *
 * <p>Imports Jackson only; holds no rows and knows no HTTP.
 */
package org.soqljdbc.simulated.schema;
