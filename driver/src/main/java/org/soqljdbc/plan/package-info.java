/** Decides which calls answer a bound statement; does no I/O, so a plan can be printed and tested without an org. */
package org.soqljdbc.plan;
