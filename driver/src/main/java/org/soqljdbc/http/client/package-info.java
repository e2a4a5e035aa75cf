/** Sets OkHttp up from a connection's settings. Imports {@code config} and {@code error}; sends nothing. */
package org.soqljdbc.http.client;
