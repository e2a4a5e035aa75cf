/**
 * The rows of the org, computed on the fly from formulae so that two runs see the same ones and size costs no memory.
 *
 * <p>Imports the schema only; never evaluates a query and never uses chance or the machine's clock.
 */
package org.soqljdbc.simulated.data;
