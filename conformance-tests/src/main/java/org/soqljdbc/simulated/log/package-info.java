/**
 * What the org was asked, in order, kept small.
 *
 * <p>Imports the JDK only; never keeps a body.
 */
package org.soqljdbc.simulated.log;
