package org.soqljdbc.clients.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;
import org.soqljdbc.spark.IdRanges;

/** Spark's JDBC source over an org, with the dialect of {@code integrations/spark}. */
class SparkTest {

    private static final String CATALOG = "spark.sql.catalog.org";

    private static ClientOrg org;
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                // Neither the JVM's zone nor the org's.
                .config("spark.sql.session.timeZone", "Asia/Tokyo")
                .config("spark.plugins", "org.soqljdbc.spark.SalesforcePlugin")
                .config(CATALOG, "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog")
                .config(CATALOG + ".driver", ClientOrg.DRIVER)
                .config(CATALOG + ".url", org.url())
                .config(CATALOG + ".user", org.user())
                .config(CATALOG + ".password", org.password())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
        org.close();
    }

    private static DataFrameReader reader() {
        return spark.read()
                .format("jdbc")
                .option("driver", ClientOrg.DRIVER)
                .option("url", org.url())
                .option("user", org.user())
                .option("password", org.password());
    }

    private static Dataset<Row> table(String name) {
        return reader().option("dbtable", name).load();
    }

    private static Properties properties() {
        Properties properties = org.properties();
        properties.setProperty("driver", ClientOrg.DRIVER);
        return properties;
    }

    /** The rows of the org's filter are those of Spark's own. */
    private static void assertSameAsHere(String table, Column condition) {
        Dataset<Row> there = table(table).filter(condition).select("Id");
        assertTrue(plan(there).contains("PushedFilters: [*"), () -> plan(there));
        Dataset<Row> here = reader().option("dbtable", table)
                .option("pushDownPredicate", "false")
                .load()
                .filter(condition)
                .select("Id");
        TreeSet<String> ids = ids(here);
        assertTrue(!ids.isEmpty(), "nothing to compare: " + condition);
        assertEquals(ids, ids(there));
    }

    private static TreeSet<String> ids(Dataset<Row> rows) {
        return new TreeSet<>(
                rows.collectAsList().stream().map(row -> row.getString(0)).toList());
    }

    private static String plan(Dataset<Row> rows) {
        return rows.queryExecution().executedPlan().toString();
    }

    @Test
    void columns_of_every_type_are_read() {
        Dataset<Row> samples = table("Type_Sample__c");
        List<Row> rows = samples.filter("Name = 'Known values'").collectAsList();
        assertEquals(1, rows.size());
        assertEquals(samples.columns().length, rows.get(0).size());
        StructType account = table("Account").schema();
        assertEquals(DataTypes.StringType, account.apply("Name").dataType());
        assertEquals(DataTypes.IntegerType, account.apply("NumberOfEmployees").dataType());
        assertEquals(
                DataTypes.createDecimalType(18, 0),
                account.apply("AnnualRevenue").dataType());
        assertEquals(DataTypes.DateType, account.apply("Founded__c").dataType());
        assertEquals(DataTypes.TimestampType, account.apply("CreatedDate").dataType());
        assertEquals(DataTypes.BooleanType, account.apply("Active__c").dataType());
        assertEquals(DataTypes.StringType, account.apply("Opens_At__c").dataType());
    }

    @Test
    void a_numeric_column_cuts_the_table_into_partitions() {
        Dataset<Row> accounts = reader().option("dbtable", "Account")
                .option("partitionColumn", "NumberOfEmployees")
                .option("lowerBound", "0")
                .option("upperBound", "90000")
                .option("numPartitions", "4")
                .load();
        assertEquals(4, accounts.rdd().getNumPartitions());
        assertEquals(60, accounts.select("Id").distinct().count());
        assertEquals(60, accounts.count());
    }

    @Test
    void counted_ranges_of_ids_hold_equally_many_records() throws Exception {
        long all = table("Contact").count();
        String[] ranges;
        try (Connection connection = DriverManager.getConnection(org.url(), org.properties())) {
            ranges = IdRanges.counted(connection, "Contact", 4);
        }
        assertEquals(4, ranges.length);
        Dataset<Row> contacts = spark.read().jdbc(org.url(), "Contact", ranges, properties());
        assertEquals(4, contacts.rdd().getNumPartitions());
        List<Row> sizes =
                contacts.groupBy(functions.spark_partition_id()).count().collectAsList();
        assertEquals(4, sizes.size());
        assertTrue(sizes.stream().allMatch(size -> size.getLong(1) <= all / 2), sizes::toString);
        assertEquals(all, sizes.stream().mapToLong(size -> size.getLong(1)).sum());
        assertEquals(all, contacts.select("Id").distinct().count());
    }

    @Test
    void even_ranges_of_ids_hold_every_record_once() throws Exception {
        String[] ranges;
        try (Connection connection = DriverManager.getConnection(org.url(), org.properties())) {
            ranges = IdRanges.even(connection, "Opportunity", 5);
            assertEquals(
                    1, IdRanges.even(connection, "(SELECT Id FROM Account WHERE Name = 'no such name') x", 5).length);
        }
        assertEquals(5, ranges.length);
        Dataset<Row> read = spark.read().jdbc(org.url(), "Opportunity", ranges, properties());
        long all = table("Opportunity").count();
        assertEquals(all, read.count());
        assertEquals(all, read.select("Id").distinct().count());
    }

    @Test
    void filters_are_the_orgs_work_with_the_same_result() {
        Column industry = functions.col("Industry");
        assertSameAsHere(
                "Account",
                industry.equalTo("Energy").and(functions.col("AnnualRevenue").gt(1_000_000)));
        assertSameAsHere("Account", industry.isin("Energy", "Banking"));
        assertSameAsHere("Account", functions.col("Name").startsWith("Acme").or(industry.isNull()));
        assertSameAsHere("Opportunity", functions.col("IsClosed").equalTo(true));
    }

    @Test
    void dates_and_points_in_time_are_compared_exactly() {
        assertSameAsHere("Opportunity", functions.col("CloseDate").geq(functions.lit(Date.valueOf("2025-06-01"))));
        Timestamp created = table("Account")
                .orderBy("CreatedDate")
                .select("CreatedDate")
                .collectAsList()
                .get(30)
                .getTimestamp(0);
        assertNotNull(created);
        assertSameAsHere("Account", functions.col("CreatedDate").geq(functions.lit(created)));
        assertSameAsHere("Account", functions.col("CreatedDate").equalTo(functions.lit(created)));
        Instant later = created.toInstant().plusMillis(1);
        assertSameAsHere("Account", functions.col("CreatedDate").lt(functions.lit(later)));
    }

    @Test
    void a_query_is_grouped_by_the_org() {
        List<Row> groups = reader().option(
                        "query",
                        "SELECT StageName, COUNT(*) AS N, SUM(Amount) AS S FROM Opportunity GROUP BY StageName")
                .load()
                .collectAsList();
        Dataset<Row> opportunities = table("Opportunity");
        assertEquals(opportunities.select("StageName").distinct().count(), groups.size());
        assertEquals(
                opportunities.count(),
                groups.stream()
                        .mapToLong(group -> ((Number) group.getAs("N")).longValue())
                        .sum());
    }

    @Test
    void a_catalog_has_the_org_aggregate_and_limit() {
        Dataset<Row> groups = spark.sql(
                "SELECT StageName, COUNT(*) AS n, MAX(Amount) AS top FROM org.salesforce.Opportunity GROUP BY StageName");
        assertTrue(plan(groups).contains("PushedAggregates: [COUNT(*), MAX(Amount)]"), () -> plan(groups));
        List<Row> there = groups.orderBy("StageName").collectAsList();
        List<Row> here = table("Opportunity")
                .groupBy("StageName")
                .agg(functions.count("*"), functions.max("Amount"))
                .orderBy("StageName")
                .collectAsList();
        assertEquals(here, there);

        Dataset<Row> largest =
                spark.sql("SELECT Id, Amount FROM org.salesforce.Opportunity ORDER BY Amount DESC LIMIT 5");
        assertTrue(plan(largest).contains("PushedTopN"), () -> plan(largest));
        BigDecimal top = largest.head().getDecimal(1);
        assertEquals(
                0,
                top.compareTo(
                        table("Opportunity").agg(functions.max("Amount")).head().getDecimal(0)));
        assertEquals(5, largest.count());
    }

    @Test
    void tables_of_the_catalog_are_listed() {
        List<Row> tables = spark.sql("SHOW TABLES IN org.salesforce").collectAsList();
        assertTrue(tables.stream().anyMatch(table -> "Contact".equals(table.getAs("tableName"))), tables::toString);
    }

    @Test
    void rows_are_appended() {
        StructType schema = new StructType()
                .add("LastName", DataTypes.StringType)
                .add("Email", DataTypes.StringType)
                .add("Birthdate", DataTypes.DateType)
                .add("HasOptedOutOfEmail", DataTypes.BooleanType);
        List<Row> rows = IntStream.range(0, 450)
                .mapToObj(i -> RowFactory.create(
                        "Appended " + i,
                        i % 3 == 0 ? null : "a" + i + "@example.com",
                        i % 2 == 0 ? null : Date.valueOf("1990-01-31"),
                        i % 5 == 0))
                .toList();
        spark.createDataFrame(rows, schema)
                .coalesce(2)
                .write()
                .mode(SaveMode.Append)
                .option("batchsize", "200")
                .jdbc(org.url(), "Contact", properties());

        List<Row> written = table("Contact")
                .filter("LastName LIKE 'Appended %'")
                .select("LastName", "Email", "Birthdate", "HasOptedOutOfEmail")
                .collectAsList();
        assertEquals(new HashSet<>(rows), new HashSet<>(written));
        assertEquals(rows.size(), written.size());
    }

    @Test
    void what_would_drop_a_table_is_refused() {
        Dataset<Row> accounts = table("Account").select("Name");
        assertThrows(
                Exception.class,
                () -> accounts.write().mode(SaveMode.Overwrite).jdbc(org.url(), "Account", properties()));
        assertEquals(60, table("Account").count());
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        Exception missing = assertThrows(Exception.class, () -> table("Acount").count());
        assertTrue(missing.getMessage().contains("Acount"), missing::getMessage);
    }
}
