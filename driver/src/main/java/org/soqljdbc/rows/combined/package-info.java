/** Streams of rows made of other streams: one after another, merged in order, sifted, sorted, grouped. Asks for nothing itself. */
package org.soqljdbc.rows.combined;
