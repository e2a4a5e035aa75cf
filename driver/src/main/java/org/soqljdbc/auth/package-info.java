/** Turns credentials into a session and keeps it fresh. Imports {@code http}, {@code config} and {@code error}; never sees a row. */
package org.soqljdbc.auth;
