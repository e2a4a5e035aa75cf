/** Measures the driver's row path beside the least that any client must do; run by the script {@code benchmark}. */
package org.soqljdbc.benchmarks;
