/**
 * What a test may make go wrong, and in which order.
 *
 * <p>Imports the JDK only; the http package carries the faults out.
 */
package org.soqljdbc.simulated.fault;
