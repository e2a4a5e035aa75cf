/** What the driver tells of the org: information_schema, what it costs, what is kept. */
package org.soqljdbc.conformance.metadata;
