/** How bytes travel: OkHttp set up once, retries, deadlines, redaction. Knows nothing of Salesforce. */
package org.soqljdbc.http;
