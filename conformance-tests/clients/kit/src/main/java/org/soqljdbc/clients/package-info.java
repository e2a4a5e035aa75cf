/** What the suites of real clients share: the simulated org beside them. Imports the JDK alone. */
package org.soqljdbc.clients;
