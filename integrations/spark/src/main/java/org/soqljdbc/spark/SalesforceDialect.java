package org.soqljdbc.spark;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.jdbc.JdbcDialect;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.Option;

/**
 * How Spark's JDBC source writes the SQL of the soql-jdbc driver. {@link SalesforcePlugin} registers it.
 *
 * <p>Without it everything can be read and written too; with it points in time are compared exactly whatever the time
 * zones of cluster and session, times of day are read as what they are, and a catalog of version 2 has the org compute
 * aggregates, limits and sorted limits.
 */
public final class SalesforceDialect extends JdbcDialect {

    private static final long serialVersionUID = 1L;

    private static final String URL_PREFIX = "jdbc:soql:";

    // SOQL and SOSL Reference, "Aggregate Functions".
    private static final Set<String> AGGREGATES = Set.of("AVG", "COUNT", "MAX", "MIN", "SUM");

    /** For registering it by hand, with {@code JdbcDialects.registerDialect}. */
    public SalesforceDialect() {}

    /** One is like another. Spark would join two into a third, which has the org compute nothing. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SalesforceDialect;
    }

    @Override
    public int hashCode() {
        return SalesforceDialect.class.hashCode();
    }

    /** True for the URLs of soql-jdbc, in any letter case. */
    @Override
    public boolean canHandle(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith(URL_PREFIX);
    }

    /**
     * A time of day becomes a string, {@code HH:mm:ss.SSS}: Spark 4.0 has no type for it and would add a date. All else is
     * as Spark has it.
     */
    @Override
    public Option<DataType> getCatalystType(int sqlType, String typeName, int size, MetadataBuilder metadata) {
        return sqlType == Types.TIME ? Option.apply(DataTypes.StringType) : Option.empty();
    }

    /** Double quotes, doubled within. */
    @Override
    public String quoteIdentifier(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** A point in time is written with its zone, {@code '2026-01-01T00:00:00Z'}; all else as Spark does. */
    @Override
    public Object compileValue(Object value) {
        if (value instanceof Timestamp timestamp) {
            return quoted(timestamp.toInstant());
        }
        if (value instanceof Instant instant) {
            return quoted(instant);
        }
        return super.compileValue(value);
    }

    private static String quoted(Instant instant) {
        return "'" + instant + "'";
    }

    /** The aggregates that the org computes itself. */
    @Override
    public boolean isSupportedFunction(String name) {
        return AGGREGATES.contains(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean supportsLimit() {
        return true;
    }

    /** An org has no tables to truncate. */
    @Override
    public Option<Object> isCascadingTruncateTable() {
        return Option.apply(Boolean.FALSE);
    }
}
