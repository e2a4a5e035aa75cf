package org.soqljdbc.conformance.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** External, big and metadata objects answer what they are asked, though Salesforce takes less of them. */
class ObjectRulesTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection soql;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        soql = ORG.open("dialect", "soql");
        sql = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        soql.close();
        sql.close();
    }

    /** The Ids, or what stands for them, of the rows of a whole object that fit. */
    private static Set<Object> fitting(String key, String fields, String object, Predicate<List<Object>> fits)
            throws SQLException {
        Set<Object> keys = new HashSet<>();
        for (List<Object> row : TestOrg.rows(soql, "SELECT " + key + ", " + fields + " FROM " + object)) {
            if (fits.test(row)) {
                keys.add(row.get(0));
            }
        }
        return keys;
    }

    private static Set<Object> found(Connection connection, String query) throws SQLException {
        Set<Object> keys = new HashSet<>();
        for (List<Object> row : TestOrg.rows(connection, query)) {
            assertTrue(keys.add(row.get(0)), "twice: " + row);
        }
        return keys;
    }

    // ---- external objects ------------------------------------------------------------------------------------

    @Test
    void like_is_tested_here_of_external_objects() throws SQLException {
        Set<Object> expected = fitting(
                "ExternalId",
                "Number__c",
                "Remote_Order__x",
                row -> row.get(1) != null && ((String) row.get(1)).contains("1"));
        String query = "SELECT ExternalId FROM Remote_Order__x WHERE Number__c LIKE '%1%' AND Amount__c != NULL";
        assertTrue(expected.size() > 1, expected.toString());
        assertTrue(expected.containsAll(found(soql, query)));
        assertEquals(expected, found(sql, "SELECT ExternalId FROM Remote_Order__x WHERE Number__c LIKE '%1%'"));
        assertTrue(ORG.soqlSent().stream().noneMatch(sent -> sent.contains("LIKE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void external_objects_are_grouped_here(String dialect) throws SQLException {
        Connection connection = dialect.equals("sql") ? sql : soql;
        long rows = TestOrg.rows(soql, "SELECT ExternalId FROM Remote_Order__x").size();
        List<List<Object>> groups = TestOrg.rows(
                connection,
                "SELECT Account__c, COUNT(ExternalId) n, MAX(Amount__c) most FROM Remote_Order__x GROUP BY Account__c"
                        + " HAVING COUNT(ExternalId) > 0 ORDER BY COUNT(ExternalId) DESC");
        assertEquals(rows, groups.stream().mapToLong(row -> (Long) row.get(1)).sum());
        assertEquals(
                rows,
                TestOrg.rows(connection, "SELECT COUNT(ExternalId) FROM Remote_Order__x")
                        .get(0)
                        .get(0));
    }

    @Test
    void nulls_last_is_done_here_of_external_objects() throws SQLException {
        List<List<Object>> rows =
                TestOrg.rows(soql, "SELECT Amount__c FROM Remote_Order__x ORDER BY Amount__c DESC NULLS LAST LIMIT 40");
        List<Object> sent = List.copyOf(ORG.soqlSent());
        assertEquals("SELECT Amount__c FROM Remote_Order__x", sent.get(sent.size() - 1));
        boolean nulls = false;
        for (List<Object> row : rows) {
            assertTrue(!nulls || row.get(0) == null, rows.toString());
            nulls |= row.get(0) == null;
        }
    }

    @Test
    void external_rows_are_counted_where_the_other_system_counts() throws SQLException {
        assertEquals(List.of(List.of(30L)), TestOrg.rows(soql, "SELECT COUNT() FROM Remote_Order__x"));
        assertEquals(1, ORG.soqlSent().size());
    }

    // ---- big objects -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void big_objects_are_counted_and_grouped_here(String dialect) throws SQLException {
        Connection connection = dialect.equals("sql") ? sql : soql;
        String count = dialect.equals("sql") ? "SELECT COUNT(*) FROM Reading__b" : "SELECT COUNT() FROM Reading__b";
        assertEquals(200L, TestOrg.rows(connection, count).get(0).get(0));
        List<List<Object>> groups =
                TestOrg.rows(connection, "SELECT Sensor__c, AVG(Value__c) FROM Reading__b GROUP BY Sensor__c");
        assertTrue(groups.size() > 1 && groups.size() <= 200);
    }

    @Test
    void of_a_big_object_only_its_index_is_filtered_there() throws SQLException {
        Object sensor = TestOrg.rows(soql, "SELECT Sensor__c FROM Reading__b LIMIT 1")
                .get(0)
                .get(0);
        Set<Object> expected = fitting(
                "Measured_At__c",
                "Sensor__c, Value__c",
                "Reading__b",
                row -> sensor.equals(row.get(1)) && row.get(2) != null && ((Number) row.get(2)).doubleValue() > 1);
        ORG.simulated().forgetCalls();
        assertEquals(
                expected,
                found(
                        soql,
                        "SELECT Measured_At__c FROM Reading__b WHERE Sensor__c = '" + sensor + "' AND Value__c > 1"));
        assertEquals(
                List.of("SELECT Measured_At__c, Value__c FROM Reading__b WHERE Sensor__c = '" + sensor + "'"),
                ORG.soqlSent());
        List<List<Object>> all = TestOrg.rows(soql, "SELECT Sensor__c FROM Reading__b");
        assertEquals(
                all.stream().filter(row -> !sensor.equals(row.get(0))).count(),
                TestOrg.rows(sql, "SELECT Measured_At__c FROM Reading__b WHERE Sensor__c <> '" + sensor + "'")
                        .size());
    }

    // ---- custom metadata -------------------------------------------------------------------------------------

    @Test
    void custom_metadata_takes_or_of_one_field_and_no_other() throws SQLException {
        Set<Object> expected = fitting(
                "DeveloperName",
                "MasterLabel, Active__c",
                "Rate__mdt",
                row -> Objects.equals(row.get(2), true) || ((String) row.get(1)).contains("1"));
        assertEquals(
                expected,
                found(soql, "SELECT DeveloperName FROM Rate__mdt WHERE Active__c = TRUE OR MasterLabel LIKE '%1%'"));
        TestOrg.rows(soql, "SELECT DeveloperName FROM Rate__mdt WHERE DeveloperName = 'a' OR DeveloperName = 'b'");
        List<String> sent = ORG.soqlSent();
        assertTrue(sent.get(sent.size() - 1).contains(" OR "), sent.toString());
    }

    @Test
    void custom_metadata_is_counted_and_negated_here() throws SQLException {
        assertEquals(
                10L, TestOrg.rows(sql, "SELECT COUNT(*) FROM Rate__mdt").get(0).get(0));
        int active = TestOrg.rows(soql, "SELECT Id FROM Rate__mdt WHERE Active__c = TRUE")
                .size();
        assertEquals(
                10 - active,
                TestOrg.rows(soql, "SELECT Id FROM Rate__mdt WHERE (NOT (Active__c = TRUE))")
                        .size());
    }

    // ---- the metadata catalog -------------------------------------------------------------------------------

    @Test
    void the_catalog_is_filtered_counted_and_grouped_here() throws SQLException {
        int all = TestOrg.rows(soql, "SELECT QualifiedApiName FROM EntityDefinition")
                .size();
        assertEquals(
                (long) all,
                TestOrg.rows(sql, "SELECT COUNT(*) FROM EntityDefinition")
                        .get(0)
                        .get(0));
        Set<Object> expected = fitting(
                "QualifiedApiName",
                "IsQueryable",
                "EntityDefinition",
                row -> !"Account".equals(row.get(0)) && Boolean.TRUE.equals(row.get(1)));
        assertEquals(
                expected,
                found(
                        soql,
                        "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName != 'Account' AND"
                                + " IsQueryable = TRUE"));
        assertEquals(
                Set.of("Account", "Contact"),
                found(
                        sql,
                        "SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'account' OR"
                                + " KeyPrefix = '003'"));
        long groups =
                TestOrg.rows(sql, "SELECT IsCustomizable, COUNT(*) FROM EntityDefinition GROUP BY IsCustomizable")
                        .stream()
                        .mapToLong(row -> (Long) row.get(1))
                        .sum();
        assertEquals(all, groups);
    }

    @Test
    void fields_are_sorted_here_by_their_object() throws SQLException {
        List<List<Object>> rows = TestOrg.rows(
                soql,
                "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName IN ('User',"
                        + " 'Account') ORDER BY EntityDefinition.QualifiedApiName DESC, QualifiedApiName LIMIT 3");
        List<List<Object>> users = TestOrg.rows(
                soql,
                "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'User' ORDER BY"
                        + " QualifiedApiName");
        assertEquals(users.subList(0, 3), rows);
    }

    // ---- filters that are needed ----------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT DurableId FROM FieldDefinition | EntityDefinitionId, EntityDefinition.QualifiedApiName or DurableId
        SELECT DurableId FROM FieldDefinition WHERE Label = 'x' | EntityDefinitionId, EntityDefinition.QualifiedApiName or DurableId
        SELECT DurableId FROM FieldDefinition WHERE EntityDefinitionId = 'Account' OR Label = 'x' | EntityDefinitionId, EntityDefinition.QualifiedApiName or DurableId
        """)
    void a_filter_that_is_missing_is_named_before_any_call(String query, String fields) throws SQLException {
        TestOrg.rows(soql, "SELECT Label FROM FieldDefinition WHERE EntityDefinitionId = 'Account'");
        ORG.simulated().forgetCalls();
        for (Connection each : List.of(soql, sql)) {
            SQLException refused = assertThrows(SQLException.class, () -> TestOrg.rows(each, query));
            assertEquals("42000", refused.getSQLState());
            assertTrue(refused.getMessage().contains(fields), refused.getMessage());
        }
        assertEquals(List.of(), ORG.soqlSent());
    }

    @Test
    void a_filter_that_a_permission_may_lift_is_left_to_salesforce() {
        SQLException refused =
                assertThrows(SQLException.class, () -> TestOrg.rows(soql, "SELECT Id FROM ContentDocumentLink"));
        assertEquals("42000", refused.getSQLState());
        assertTrue(refused.getMessage().contains("ContentDocumentId or LinkedEntityId"), refused.getMessage());
    }

    @Test
    void a_filter_that_is_there_is_enough() throws SQLException {
        Object document = TestOrg.rows(soql, "SELECT Id FROM ContentDocument LIMIT 1")
                .get(0)
                .get(0);
        for (Connection each : List.of(soql, sql)) {
            assertTrue(TestOrg.rows(
                                    each,
                                    "SELECT l.Id FROM ContentDocumentLink l WHERE l.ContentDocumentId = '" + document
                                            + "'")
                            .size()
                    > 0);
            assertTrue(TestOrg.rows(
                                    each,
                                    "SELECT f.Label FROM FieldDefinition f WHERE f.EntityDefinition.QualifiedApiName ="
                                            + " 'Account' AND f.Label LIKE 'B%'")
                            .size()
                    > 0);
        }
    }
}
