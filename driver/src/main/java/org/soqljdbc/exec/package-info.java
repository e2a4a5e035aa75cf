/** Runs plans: turns them into calls and the replies into rows. Imports every lower floor; never java.sql's faces. */
package org.soqljdbc.exec;
