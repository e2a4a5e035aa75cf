/** Says once what each Salesforce field type is in JDBC, and how its wire text becomes Java values. */
package org.soqljdbc.types;
