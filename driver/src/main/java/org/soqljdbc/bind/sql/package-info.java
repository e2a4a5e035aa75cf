/**
 * Says in SOQL what a SELECT of SQL says, where one query can say exactly that; finds what its names mean on the way.
 * May cause describes, never a query. Imports the grammar, the catalog and its parent package.
 */
package org.soqljdbc.bind.sql;
