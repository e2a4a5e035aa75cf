/** Records to write and what became of them, with the calls that write them. Imports {@code api.call} and what is below; never decides which call is made. */
package org.soqljdbc.api.write;
