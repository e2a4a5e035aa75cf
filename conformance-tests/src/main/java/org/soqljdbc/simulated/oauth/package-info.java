/**
 * The token endpoint and the sessions it opens.
 *
 * <p>Imports Jackson and the JDK; knows neither objects nor rows.
 */
package org.soqljdbc.simulated.oauth;
