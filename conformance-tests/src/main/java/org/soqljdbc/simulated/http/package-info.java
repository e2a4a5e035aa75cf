/**
 * Turns HTTP requests into replies in Salesforce's shapes, one class an endpoint family.
 *
 * <p>Imports every other package of the org, and WireMock in one class; decides nothing about data or rights itself.
 */
package org.soqljdbc.simulated.http;
