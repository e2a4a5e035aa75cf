package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Salesforce says of a query it does not answer. */
class RefusalsTest {

    private static SimulatedOrg org;
    private static OrgClient client;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELEKT Id FROM Account | MALFORMED_QUERY | unexpected token: SELEKT",
                "SELECT Id FORM Account | MALFORMED_QUERY | unexpected token: 'Account'",
                "SELECT Id FROM | MALFORMED_QUERY | unexpected token: '<EOF>'",
                "SELECT Id FROM Account; | MALFORMED_QUERY | unexpected token: ';'",
                "SELECT Id /* all */ FROM Account | MALFORMED_QUERY | unexpected token: '/'",
                "SELECT Id FROM Account WHERE Name = ? | MALFORMED_QUERY | unexpected token: '?'",
                "SELECT Id FROM Account WHERE Name = :name | MALFORMED_QUERY | Bind variables only allowed in Apex code",
                "SELECT Id FROM Account ALL ROWS | MALFORMED_QUERY | unexpected token: 'ALL'",
                "SELECT Id FROM Nothing__c | INVALID_TYPE | sObject type 'Nothing__c' is not supported.",
                "SELECT Id FROM AccountChangeEvent | INVALID_TYPE_FOR_OPERATION | entity type AccountChangeEvent does not support query",
                "SELECT Nam FROM Account | INVALID_FIELD | No such column 'Nam' on entity 'Account'.",
                "SELECT Id FROM Account WHERE Nam = 'x' | INVALID_FIELD | No such column 'Nam' on entity 'Account'.",
                "SELECT Owner.Nam FROM Case | INVALID_FIELD | No such column 'Nam' on entity 'Name'.",
                "SELECT Boss.Name FROM Account | INVALID_FIELD | Didn't understand relationship 'Boss' in field path.",
                "SELECT Id, (SELECT Id FROM Kontacts) FROM Account | INVALID_TYPE | Didn't understand relationship 'Kontacts' in FROM part of query call.",
                "SELECT Id, id FROM Account | INVALID_FIELD | duplicate field selected: id",
                "SELECT Id, Account.Id FROM Account | INVALID_FIELD | duplicate field selected: Account.Id",
                "SELECT Name n FROM Account | MALFORMED_QUERY | only aggregate expressions use field aliasing",
                "SELECT Id FROM Account WHERE Description = 'x' | INVALID_FIELD | field 'Description' can not be filtered in a query call",
                "SELECT Id FROM Account ORDER BY Description | INVALID_FIELD | field 'Description' can not be sorted in a query call",
                "SELECT AnnualRevenue, COUNT(Id) FROM Account GROUP BY AnnualRevenue | INVALID_FIELD | field 'AnnualRevenue' can not be grouped in a query call",
                "SELECT Name, COUNT(Id) FROM Account GROUP BY Industry | MALFORMED_QUERY | Field must be grouped or aggregated: Name",
                "SELECT MAX(Active__c) FROM Account | INVALID_FIELD | does not support aggregate operator MAX",
                "SELECT Id FROM Contact WHERE Birthdate = '2020-01-01' | INVALID_FIELD | value of filter criterion for field 'Birthdate' must be of type date and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE CreatedDate > 2020-01-01 | INVALID_FIELD | must be of type dateTime and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE AnnualRevenue = '5' | INVALID_FIELD | must be of type double and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE Active__c = 'true' | INVALID_FIELD | must be of type boolean and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE Name = 5 | INVALID_FIELD | must be of type string and should be enclosed in quotes",
                "SELECT Id FROM Account WHERE Id = 'abc' | INVALID_QUERY_FILTER_OPERATOR | invalid ID field: abc",
                "SELECT Id FROM Account WHERE Id LIKE '001%' | INVALID_QUERY_FILTER_OPERATOR | invalid operator on id field",
                "SELECT FIELDS(ALL) FROM Account | MALFORMED_QUERY | The SOQL FIELDS function must have a LIMIT of at most 200",
                "SELECT Id FROM ContentDocumentLink | MALFORMED_QUERY | Implementation restriction: ContentDocumentLink requires a filter by a single Id",
                "SELECT Label FROM FieldDefinition | MALFORMED_QUERY | FieldDefinition: a filter on a reified column is required [EntityDefinitionId,DurableId]",
                "SELECT Label FROM EntityDefinition WHERE Label = 'a' OR Label = 'b' | MALFORMED_QUERY | Disjunctions not supported",
                "SELECT COUNT() FROM EntityDefinition | MALFORMED_QUERY | not yet supported by this SObject storage type",
                "SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c | MALFORMED_QUERY | WITH is not supported on entity 'Account'",
                "SELECT Id FROM Account UPDATE TRACKING | MALFORMED_QUERY | UPDATE is not supported on entity 'Account'",
                "SELECT COUNT() FROM Reading__b | BIG_OBJECT_UNSUPPORTED_OPERATION | Aggregate functions not supported",
                "SELECT Value__c FROM Reading__b WHERE Measured_At__c > 2020-01-01T00:00:00Z | BIG_OBJECT_UNSUPPORTED_OPERATION | in order",
                "SELECT MAX(Amount__c) FROM Remote_Order__x | EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION | Aggregate",
                "SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account) | MALFORMED_QUERY | ",
                "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact) | MALFORMED_QUERY | ",
                "SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Contact) | MALFORMED_QUERY | should point to the same object type",
                "SELECT Id FROM Account WHERE Location__c = null | INVALID_FIELD | field 'Location__c' can not be filtered in a query call"
            })
    void a_refusal_has_its_code_and_wording(String soql, String code, String wording) throws Exception {
        String refusal = client.refusal(soql);
        assertTrue(refusal.startsWith(code + ": "), refusal);
        assertTrue(refusal.contains(wording == null ? "" : wording), refusal);
    }

    @Test
    void a_string_has_4000_characters_at_most() throws Exception {
        String soql = "SELECT Id FROM Account WHERE Name = '";
        assertEquals(
                0, client.query(soql + "x".repeat(4000) + "'").get("totalSize").intValue());
        assertTrue(client.refusal(soql + "x".repeat(4001) + "'").startsWith("MALFORMED_QUERY: "));
    }

    @Test
    void the_metadata_catalog_has_no_second_page() throws Exception {
        try (SimulatedOrg large =
                SimulatedOrg.builder().withGeneratedObjects(2000).start()) {
            OrgClient reader = new OrgClient(large);
            assertEquals(
                    "EXCEEDED_ID_LIMIT: EntityDefinition does not support queryMore(), use LIMIT to restrict the results"
                            + " to a single batch",
                    reader.refusal("SELECT QualifiedApiName FROM EntityDefinition"));
            assertEquals(
                    2000,
                    reader.query("SELECT QualifiedApiName FROM EntityDefinition LIMIT 2000")
                            .get("records")
                            .size());
        }
    }

    @Test
    void the_place_of_an_unknown_field_is_shown() throws Exception {
        assertEquals(
                "INVALID_FIELD: \nSELECT Id,\n  Nam FROM Account\n             ^\nERROR at Row:2:Column:3\nNo such column",
                client.refusal("SELECT Id,\n  Nam FROM Account").replaceAll("(No such column).*", "$1"));
    }

    @Test
    void allowed_uses_of_restricted_objects_are_answered() throws Exception {
        String document =
                client.column("SELECT Id FROM ContentDocument LIMIT 1").get(0);
        assertEquals(
                2,
                client.query("SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '" + document + "'")
                        .get("totalSize")
                        .intValue());
        assertEquals(
                20,
                client.query("SELECT Value__c FROM Reading__b WHERE Sensor__c = 'S-3' AND Measured_At__c >"
                                + " 2020-01-01T00:00:00Z")
                        .get("totalSize")
                        .intValue());
        assertEquals(
                1,
                client.query("SELECT KeyPrefix FROM EntityDefinition WHERE QualifiedApiName = 'Account'")
                        .get("totalSize")
                        .intValue());
        assertEquals(
                2,
                client.query("SELECT Id FROM Rate__mdt WHERE DeveloperName = 'Rate_1' OR DeveloperName = 'Rate_2'")
                        .get("totalSize")
                        .intValue());
    }
}
