/** The only shape in which rows travel: a stream of typed slots, nothing boxed, and its few combinators. */
package org.soqljdbc.rows;
