/**
 * What a test may make go wrong, and in which order.
 *
 * <p>Imports WireMock's kinds of broken connection; never decides when a fault is due.
 */
package org.soqljdbc.simulated.fault;
