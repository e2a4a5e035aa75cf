package org.soqljdbc.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceErrorsTest {

    private static final String JSON = "application/json;charset=UTF-8";

    /** Every code, transcribed from Salesforce's own lists, with its SQLState. */
    private static final String CODES = """
            ALL_OR_NONE_OPERATION_ROLLED_BACK 23000
            API_CURRENTLY_DISABLED 08006
            API_DISABLED_FOR_ORG 28000
            API_ERROR HY000
            BATCH_PROCESSING_HALTED 23000
            BIG_OBJECT_UNSUPPORTED_OPERATION 0A000
            CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY 23000
            CANNOT_EXECUTE_FLOW_TRIGGER 23000
            CANNOT_UPDATE_CONVERTED_LEAD 23000
            CIRCULAR_DEPENDENCY 23000
            CLIENTINPUTERROR 22023
            DELETE_FAILED 23503
            DUPLICATES_DETECTED 23505
            DUPLICATE_COMM_NICKNAME 23505
            DUPLICATE_DEVELOPER_NAME 23505
            DUPLICATE_EXTERNAL_ID 23505
            DUPLICATE_MASTER_LABEL 23505
            DUPLICATE_USERNAME 23505
            DUPLICATE_VALUE 23505
            ENTITY_IS_DELETED 23000
            ENTITY_IS_LOCKED 23000
            EXCEEDEDQUOTA 53000
            EXCEEDED_ID_LIMIT 54001
            EXTERNAL_OBJECT_EXCEPTION HY000
            EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION 0A000
            FEATURENOTENABLED 0A000
            FIELD_CUSTOM_VALIDATION_EXCEPTION 23514
            FIELD_FILTER_VALIDATION_EXCEPTION 42000
            FIELD_INTEGRITY_EXCEPTION 23514
            FORBIDDEN 42501
            FUNCTIONALITY_NOT_ENABLED 0A000
            GONE 08P01
            INACTIVE_OWNER_OR_USER 23514
            INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE 25006
            INSUFFICIENT_ACCESS 42501
            INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY 42501
            INSUFFICIENT_ACCESS_OR_READONLY 42501
            INVALIDBATCH 55000
            INVALIDENTITY 42S02
            INVALIDFIELD 42S22
            INVALIDJOB 55000
            INVALIDJOBSTATE 55000
            INVALIDOPERATION 0A000
            INVALID_AUTH_HEADER 28000
            INVALID_BATCH_SIZE 22023
            INVALID_CONTENT 22023
            INVALID_CROSS_REFERENCE_KEY 23503
            INVALID_CURRENCY_ISO 23514
            INVALID_EMAIL_ADDRESS 23514
            INVALID_FIELD_FOR_INSERT_UPDATE 42501
            INVALID_FILTER_VALUE 42000
            INVALID_ID_FIELD 42000
            INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST 23514
            INVALID_QUERY_FILTER_OPERATOR 42000
            INVALID_QUERY_LOCATOR 24000
            INVALID_QUERY_LOCATOR_FORMAT 24000
            INVALID_QUERY_SCOPE 42000
            INVALID_SESSION_ID 28000
            INVALID_STATUS 23514
            INVALID_TYPE 42S02
            INVALID_TYPE_FOR_OPERATION 0A000
            JSON_PARSER_ERROR 22023
            LIMIT_EXCEEDED 53000
            LOCATOR_LOCATION_EXCEEDS_SIZE 24000
            MALFORMED_ID 22023
            MALFORMED_QUERY 42000
            MALFORMED_SEARCH 42000
            MAX_STATEMENT_SIZE 54001
            METHOD_NOT_ALLOWED 0A000
            MISSING_ARGUMENT 23502
            NOT_FOUND 42S02
            NUMBER_OUTSIDE_VALID_RANGE 22003
            OPERATION_TOO_LARGE 54001
            PROCESSING_HALTED 23000
            QUERY_LOCATOR_EXPIRED 24000
            QUERY_LOCATOR_NOT_FOUND 24000
            QUERY_TIMEOUT HYT00
            QUERY_TOO_COMPLICATED 54001
            REQUEST_LIMIT_EXCEEDED 53000
            REQUEST_RUNNING_TOO_LONG HYT00
            REQUIRED_FIELD_MISSING 23502
            SERVER_UNAVAILABLE 08006
            STORAGE_LIMIT_EXCEEDED 53000
            STRING_TOO_LONG 22001
            TEMPORARY_QUERY_MORE_FAILURE 53000
            TXN_SECURITY_APEX_ERROR 42501
            TXN_SECURITY_METERING_ERROR 42501
            TXN_SECURITY_NO_ACCESS 42501
            TXN_SECURITY_RUNTIME_ERROR 42501
            UNABLE_TO_LOCK_ROW 40001
            UNAUTHORIZED_USER_FOR_CURSOR 24000
            UNKNOWN_EXCEPTION HY000
            UNSUPPORTED_API_VERSION 08P01
            UNSUPPORTED_MEDIA_TYPE 22023
            """;

    private static SQLException reply(int status, String code, String message) {
        String body = "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]";
        return SalesforceErrors.ofReply(status, JSON, body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', useHeadersInDisplayName = false, textBlock = CODES)
    void a_code_has_its_sqlstate(String code, String state) {
        SQLException error = reply(400, code, "text");
        assertEquals(state, error.getSQLState());
        assertEquals(400, error.getErrorCode());
        assertTrue(error.getMessage().startsWith(code + ": text (HTTP 400)"), error.getMessage());
    }

    @Test
    void every_code_of_the_table_is_tested() {
        Set<String> tested = Arrays.stream(CODES.split("\n"))
                .map(line -> line.split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        // Tested apart, by message.
        tested.add("INVALID_FIELD");
        assertEquals(tested, ErrorCodes.TABLE.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_FIELD | No such column 'X' on entity 'Y' | 42S22",
                "INVALID_FIELD | Didn't understand relationship 'X' in field path | 42S22",
                "INVALID_FIELD | field 'Description' can not be filtered in a query call | 42000",
                "INVALID_FIELD | duplicate field selected: Id | 42000",
                "INVALID_FIELD | Foreign key external ID: 0116 not found for field X | 23503",
                "MALFORMED_QUERY | SOQL statements cannot be longer than 100000 characters | 54001",
                "NOT_FOUND | Provided external ID field does not exist or is not accessible: rid | 42S22",
            })
    void one_code_for_several_faults_is_told_apart_by_its_text(String code, String message, String state) {
        assertEquals(state, reply(400, code, message).getSQLState());
    }

    @ParameterizedTest
    @CsvSource({"400, HY000", "404, HY000", "500, HY000", "401, 28000", "403, 42501", "429, 53000", "503, 08006"})
    void an_unknown_code_keeps_its_name_and_follows_a_telling_status(int status, String state) {
        SQLException error = reply(status, "BRAND_NEW", "what");
        assertEquals(state, error.getSQLState());
        assertEquals("BRAND_NEW: what (HTTP " + status + ")", error.getMessage());
    }

    @Test
    void a_position_in_soql_is_kept() {
        String text =
                "\\nSELECT Bacon__c FROM Account\\n       ^\\nERROR at Row:1:Column:8\\nNo such column 'Bacon__c'";
        SQLException error = reply(400, "INVALID_FIELD", text);
        assertInstanceOf(SQLSyntaxErrorException.class, error);
        assertTrue(
                error.getMessage()
                        .startsWith(
                                "INVALID_FIELD: SELECT Bacon__c FROM Account\n       ^\nERROR at Row:1:Column:8\nNo"),
                error.getMessage());
    }

    @Test
    void fields_and_advice_are_shown() {
        SQLException error = SalesforceErrors.ofReply(
                400,
                JSON,
                "[{\"message\":\"malformed id abc\",\"errorCode\":\"MALFORMED_ID\",\"fields\":[\"Id\",\"OwnerId\"]}]");
        assertEquals(
                "MALFORMED_ID: malformed id abc [fields: Id, OwnerId] (HTTP 400)."
                        + " An Id has 15 or 18 characters, with exact case",
                error.getMessage());
    }

    @Test
    void several_errors_are_chained_in_order() {
        SQLException first = SalesforceErrors.ofReply(
                400,
                JSON,
                "[{\"errorCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"a\"},"
                        + "{\"errorCode\":\"STRING_TOO_LONG\",\"message\":\"b\"},{\"errorCode\":\"X\",\"message\":\"c\"}]");
        assertEquals("23502", first.getSQLState());
        assertEquals("22001", first.getNextException().getSQLState());
        assertEquals("HY000", first.getNextException().getNextException().getSQLState());
        assertNull(first.getNextException().getNextException().getNextException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"gone\",\"errorCode\":\"ENTITY_IS_DELETED\"}",
                "{\"statusCode\":\"ENTITY_IS_DELETED\",\"message\":\"gone\",\"fields\":[]}",
                "[{\"message\":\"gone\",\"errorCode\":\"ENTITY_IS_DELETED\",\"duplicateResult\":{\"a\":[{\"b\":1}]}}]",
                "[ {\n \"errorCode\" : \"ENTITY_IS_DELETED\", \"message\" : \"gone\" }",
                "<?xml version=\"1.0\"?><Errors><Error><errorCode>ENTITY_IS_DELETED</errorCode>"
                        + "<message>gone</message></Error></Errors>"
            })
    void a_body_is_read_in_each_of_its_shapes(String body) {
        SQLException error = SalesforceErrors.ofReply(404, "", body);
        assertEquals("23000", error.getSQLState());
        assertTrue(error.getMessage().startsWith("ENTITY_IS_DELETED: gone (HTTP 404)"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "414 | text/html | <h1>Bad Message 414</h1><pre>reason: URI Too Long</pre> | 54001 | Bad Message 414",
                "503 | text/html | <!DOCTYPE html><html><head><title>Down for maintenance</title></head></html> | 08006 | Down for maintenance",
                "503 | text/html | <html><script>alert(1)</script><body><p>We are</p> <b>busy</b></body></html> | 08006 | We are busy",
                "413 | '' | '' | 54001 | HTTP 413",
                "401 | '' | '' | 28000 | HTTP 401",
                "403 | '' | '' | 42501 | HTTP 403",
                "404 | text/plain | nothing here | 08P01 | nothing here",
                "410 | '' | '' | 08P01 | HTTP 410",
                "420 | '' | '' | 08001 | HTTP 420",
                "429 | '' | '' | 53000 | HTTP 429",
                "431 | '' | '' | 54001 | HTTP 431",
                "500 | application/json | [ | 08006 | HTTP 500",
                "502 | '' | '' | 08006 | HTTP 502",
                "504 | '' | '' | 08006 | HTTP 504",
                "302 | '' | '' | 08P01 | HTTP 302",
                "300 | application/json | [\"/services/data/v67.0/sobjects/X/a01\"] | 08P01 | HTTP 300",
                "418 | '' | '' | HY000 | HTTP 418",
            })
    void a_reply_that_is_no_error_of_salesforces_goes_by_its_status(
            int status, String type, String body, String state, String shown) {
        SQLException error = SalesforceErrors.ofReply(status, type, body);
        assertEquals(state, error.getSQLState());
        assertEquals(status, error.getErrorCode());
        assertTrue(error.getMessage().contains(shown), error.getMessage());
        assertFalse(error.getMessage().contains("<"), error.getMessage());
    }

    @Test
    void a_long_message_is_cut_at_the_stated_length() {
        String message = reply(400, "UNKNOWN_EXCEPTION", "x".repeat(5_000)).getMessage();
        assertEquals("UNKNOWN_EXCEPTION: " + "x".repeat(2_000) + "... (cut) (HTTP 400)", message);
    }

    @Test
    void a_foreign_text_is_cut_shorter() {
        String message = SalesforceErrors.ofReply(418, "", "y".repeat(5_000)).getMessage();
        assertEquals("HTTP 418: " + "y".repeat(200) + "... (cut)", message);
    }

    @Test
    void a_session_id_in_salesforces_text_is_hidden() {
        String message = reply(401, "INVALID_SESSION_ID", "bad 00D5f000000abcd!AQcAQHh.x_1 here")
                .getMessage();
        assertFalse(message.contains("AQcAQHh"), message);
        assertTrue(message.contains("bad (hidden) here"), message);
    }

    @Test
    void each_oauth_cause_has_its_own_advice() {
        for (OAuthErrors.Row row : OAuthErrors.TABLE) {
            String body = "{\"error\":\"" + row.error() + "\",\"error_description\":\"" + row.fragment() + "\"}";
            SQLException error = SalesforceErrors.ofTokenReply(400, JSON, body);
            assertEquals(row.meaning().state().code(), error.getSQLState(), body);
            assertTrue(error.getMessage().contains(row.meaning().advice()), error::getMessage);
            assertFalse(row.meaning().advice().endsWith("."), row.meaning().advice());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_grant | authentication failure | test.salesforce.com for a sandbox",
                "invalid_grant | authentication failure - Invalid Password | test.salesforce.com for a sandbox",
                "invalid_grant | user hasn't approved this consumer | Pre-authorize the user",
                "invalid_grant | Audience validation failed | jwtAudience",
                "invalid_grant | audience is invalid | jwtAudience",
                "invalid_grant | expired assertion | clock",
                "invalid_grant | This assertion has been used already | certificate",
                "invalid_grant | something else | Check the credentials",
                "invalid_client | invalid client credentials | clientSecret",
                "invalid_app_access | user is not admin approved to access this app | permission set",
                "unsupported_grant_type | grant type not supported | Enable this flow",
                "inactive_user | user is inactive | frozen",
                "OAUTH_APP_BLOCKED | blocked | administrator",
            })
    void an_oauth_refusal_is_28000_with_advice(String error, String description, String advice) {
        String body = "{\"error_description\":\"" + description + "\",\"error\":\"" + error + "\",\"error_uri\":\"u\"}";
        SQLException refused = SalesforceErrors.ofTokenReply(400, JSON, body);
        assertEquals("28000", refused.getSQLState());
        assertTrue(refused.getMessage().contains(advice), refused.getMessage());
    }

    @Test
    void oauth_errors_come_in_form_encoding_and_html_too() {
        SQLException form = SalesforceErrors.ofTokenReply(
                400, "", "error=invalid_request&error_description=missing+required%20code+challenge");
        assertEquals("28000", form.getSQLState());
        assertTrue(form.getMessage().contains("missing required code challenge"), form.getMessage());
        SQLException html = SalesforceErrors.ofTokenReply(503, "text/html", "<html><title>Down</title></html>");
        assertEquals("08006", html.getSQLState());
    }

    @Test
    void an_oauth_error_without_a_row_keeps_its_name() {
        SQLException error = SalesforceErrors.ofTokenReply(400, JSON, "{\"error\":\"brand_new\"}");
        assertEquals("28000", error.getSQLState());
        assertEquals("brand_new (HTTP 400)", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "error-invalid-field-in-query.json, 400, 42S22",
        "error-malformed-query.json, 400, 42000",
        "error-malformed-search.json, 400, 42000",
        "error-malformed-id.json, 400, 22023",
        "error-invalid-session-id-401.json, 401, 28000",
        "error-required-field-missing.json, 400, 23502",
        "error-restricted-picklist.json, 400, 23514",
        "error-entity-is-deleted-404.json, 404, 23000",
        "error-create-unknown-object-404.json, 404, 42S02",
        "error-bad-api-version-404.json, 404, 42S02",
        "error-external-id-field-not-found.json, 404, 42S22",
        "error-update-invalid-field.json, 400, 42S22",
        "error-bulk2-invalidjobstate.json, 400, 55000",
    })
    void a_recorded_error_is_understood(String file, int status, String state) throws IOException {
        SQLException error = SalesforceErrors.ofReply(status, JSON, recorded(file));
        assertEquals(state, error.getSQLState(), error::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth-error-expired-refresh-token.json", "oauth-error-invalid-password.json"})
    void a_recorded_oauth_error_is_understood(String file) throws IOException {
        assertEquals(
                "28000",
                SalesforceErrors.ofTokenReply(400, JSON, recorded(file)).getSQLState());
    }

    private static String recorded(String file) throws IOException {
        String reference = System.getProperty("reference", "");
        Assumptions.assumeFalse(
                reference.isEmpty(), "skipped: no folder of recorded replies; set -Dreference to have it");
        Path path = Path.of(reference, "salesforce", "fixtures", file);
        assertNotNull(path);
        return Files.readString(path);
    }
}
