/** Says once what each Salesforce field type is in JDBC, how its values are spelled, and which literal a parameter becomes. Imports {@code error} and the grammar's literals. */
package org.soqljdbc.types;
