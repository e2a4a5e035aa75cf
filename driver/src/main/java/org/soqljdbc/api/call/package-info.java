/** One call of Salesforce's REST API with its session: renewed once, counted, refusals told as exceptions. Imports {@code auth}, {@code http}, {@code config} and {@code error}; knows no resource. */
package org.soqljdbc.api.call;
