/** Holds every method of java.sql against JDBC's rules. Imports java.sql and the test kit only; names no class of the driver. */
package org.soqljdbc.conformance.contract;
