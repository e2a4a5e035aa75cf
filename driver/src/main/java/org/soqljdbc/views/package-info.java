/** The views of {@code information_schema}, made of what describe tells. Imports {@code tables} and {@code catalog}; reads no SQL. */
package org.soqljdbc.views;
