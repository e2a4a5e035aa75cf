/**
 * Tells Hibernate how to write SQL that the driver takes. Imports Hibernate and no class of the driver; never opens a
 * connection.
 */
package org.soqljdbc.hibernate;
