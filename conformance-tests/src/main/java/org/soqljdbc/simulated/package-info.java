/**
 * A Salesforce org that lives in this process and answers over HTTP as Salesforce does.
 *
 * <p>{@link org.soqljdbc.simulated.SimulatedOrg} is the door. Imports the grammar, WireMock and Jackson; never the
 * driver, so that a mistake of the driver's cannot be repeated here and pass unseen.
 */
package org.soqljdbc.simulated;
