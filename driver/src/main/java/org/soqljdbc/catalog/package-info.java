/** Facts of the org: its objects, fields and relationships as plain data; their loading and keeping apart. */
package org.soqljdbc.catalog;
