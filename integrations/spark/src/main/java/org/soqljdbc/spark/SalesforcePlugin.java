package org.soqljdbc.spark;

import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.sql.jdbc.JdbcDialects;

/**
 * Registers {@link SalesforceDialect} where a query is planned and where it is run:
 * {@code spark.plugins=org.soqljdbc.spark.SalesforcePlugin}.
 */
public final class SalesforcePlugin implements SparkPlugin {

    /** Spark makes it, by its name. */
    public SalesforcePlugin() {}

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext context, PluginContext plugin) {
                JdbcDialects.registerDialect(new SalesforceDialect());
                return Map.of();
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext plugin, Map<String, String> settings) {
                JdbcDialects.registerDialect(new SalesforceDialect());
            }
        };
    }
}
