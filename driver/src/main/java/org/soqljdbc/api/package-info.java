/** Salesforce's REST API, one class for each family of endpoints. Imports {@code auth}, {@code http}, {@code config} and {@code error}; never interprets a row. */
package org.soqljdbc.api;
