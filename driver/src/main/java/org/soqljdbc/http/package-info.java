/** How bytes travel: OkHttp set up once, retries, deadlines, the log. Imports {@code config} and {@code error}; knows nothing of Salesforce. */
package org.soqljdbc.http;
