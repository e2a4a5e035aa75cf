/** The door for a module that runs what one SOQL query cannot say. Imports the lower floors; nobody below imports it. */
package org.soqljdbc.exec.spi;
