/**
 * What Apache Spark's JDBC source needs to read and write a Salesforce org well.
 *
 * <p>Imports Spark, Scala's library and {@code java.sql}; never the driver, which Spark loads by its URL.
 */
package org.soqljdbc.spark;
