package org.soqljdbc.error;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What each of Salesforce's error codes means in SQL's terms: the one table. */
final class ErrorCodes {

    /** By errorCode. Codes as in Salesforce's "REST API Developer Guide", "Status Codes and Error Responses", the
     * "SOAP API Developer Guide", "ExceptionCode" and "StatusCode", and "Bulk API 2.0", "Errors". */
    static final Map<String, ErrorMeaning> TABLE;

    private static final String NAMES = "Names are API names as in describe; a custom one ends in __c";
    private static final String RIGHTS = "Ask an administrator for the right in a profile or permission set";
    private static final String WAIT = "Try again later";

    static {
        Map<String, ErrorMeaning> table = new TreeMap<>();
        queries(table);
        limits(table);
        values(table);
        rights(table);
        sessions(table);
        service(table);
        TABLE = Collections.unmodifiableMap(table);
    }

    private ErrorCodes() {}

    private static void queries(Map<String, ErrorMeaning> table) {
        put(
                table,
                SqlState.SYNTAX_ERROR,
                "",
                "MALFORMED_QUERY",
                "MALFORMED_SEARCH",
                "INVALID_QUERY_FILTER_OPERATOR",
                "INVALID_FILTER_VALUE",
                "INVALID_ID_FIELD",
                "INVALID_QUERY_SCOPE",
                "FIELD_FILTER_VALIDATION_EXCEPTION");
        put(
                table,
                SqlState.NO_SUCH_COLUMN,
                NAMES + ", and fields the user may not read do not exist for the API",
                "INVALID_FIELD",
                "INVALIDFIELD");
        put(
                table,
                SqlState.NO_SUCH_TABLE,
                NAMES + ", and objects the user may not read do not exist for the API",
                "INVALID_TYPE",
                "INVALIDENTITY");
        put(
                table,
                SqlState.NO_SUCH_TABLE,
                "Check the object's name, and that the org serves this apiVersion",
                "NOT_FOUND");
        put(
                table,
                SqlState.FEATURE_NOT_SUPPORTED,
                "",
                "INVALID_TYPE_FOR_OPERATION",
                "BIG_OBJECT_UNSUPPORTED_OPERATION",
                "EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION",
                "METHOD_NOT_ALLOWED",
                "INVALIDOPERATION");
        put(
                table,
                SqlState.INVALID_CURSOR_STATE,
                "The rows not yet read are gone: a cursor lives two days and ends with its session; run the query again",
                "INVALID_QUERY_LOCATOR",
                "INVALID_QUERY_LOCATOR_FORMAT",
                "QUERY_LOCATOR_EXPIRED",
                "QUERY_LOCATOR_NOT_FOUND",
                "LOCATOR_LOCATION_EXCEEDS_SIZE",
                "UNAUTHORIZED_USER_FOR_CURSOR");
        put(table, SqlState.LIMIT_REACHED, WAIT, "TEMPORARY_QUERY_MORE_FAILURE");
        put(table, SqlState.TIMED_OUT, "Filter by indexed fields, or select fewer fields", "QUERY_TIMEOUT");
        put(
                table,
                SqlState.QUERY_TOO_COMPLEX,
                "Select fewer formula fields, or filter by fewer of them",
                "QUERY_TOO_COMPLICATED");
        put(table, SqlState.QUERY_TOO_COMPLEX, "", "MAX_STATEMENT_SIZE");
        put(
                table,
                SqlState.QUERY_TOO_COMPLEX,
                "Filter by one object type, or let a user with View All Data ask",
                "OPERATION_TOO_LARGE");
        put(
                table,
                SqlState.QUERY_TOO_COMPLEX,
                "Restrict the result with LIMIT or a narrower WHERE",
                "EXCEEDED_ID_LIMIT");
        put(table, SqlState.NUMBER_OUT_OF_RANGE, "", "NUMBER_OUTSIDE_VALID_RANGE");
        put(
                table,
                SqlState.INVALID_PARAMETER_VALUE,
                "",
                "INVALID_BATCH_SIZE",
                "JSON_PARSER_ERROR",
                "INVALID_CONTENT",
                "UNSUPPORTED_MEDIA_TYPE",
                "CLIENTINPUTERROR");
        put(table, SqlState.GENERAL, "The external data source behind the object refused", "EXTERNAL_OBJECT_EXCEPTION");
    }

    private static void limits(Map<String, ErrorMeaning> table) {
        put(
                table,
                SqlState.LIMIT_REACHED,
                "The org's API calls of the last 24 hours, or its long-running ones, are used up; try again later",
                "REQUEST_LIMIT_EXCEEDED");
        put(table, SqlState.LIMIT_REACHED, "", "LIMIT_EXCEEDED");
        put(table, SqlState.LIMIT_REACHED, "The org's data storage is full", "STORAGE_LIMIT_EXCEEDED");
        put(
                table,
                SqlState.LIMIT_REACHED,
                "The org's bulk jobs or batches of the last 24 hours are used up",
                "EXCEEDEDQUOTA");
        put(table, SqlState.TIMED_OUT, "", "REQUEST_RUNNING_TOO_LONG");
    }

    private static void values(Map<String, ErrorMeaning> table) {
        put(table, SqlState.NOT_NULL_VIOLATION, "", "REQUIRED_FIELD_MISSING", "MISSING_ARGUMENT");
        put(
                table,
                SqlState.CHECK_VIOLATION,
                "",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "FIELD_INTEGRITY_EXCEPTION",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "INVALID_EMAIL_ADDRESS",
                "INVALID_CURRENCY_ISO",
                "INVALID_STATUS",
                "INACTIVE_OWNER_OR_USER");
        put(table, SqlState.STRING_TOO_LONG, "", "STRING_TOO_LONG");
        put(
                table,
                SqlState.UNIQUE_VIOLATION,
                "",
                "DUPLICATE_VALUE",
                "DUPLICATE_EXTERNAL_ID",
                "DUPLICATE_USERNAME",
                "DUPLICATE_DEVELOPER_NAME",
                "DUPLICATE_MASTER_LABEL",
                "DUPLICATE_COMM_NICKNAME");
        put(table, SqlState.UNIQUE_VIOLATION, "A duplicate rule of the org refused the record", "DUPLICATES_DETECTED");
        put(table, SqlState.INVALID_PARAMETER_VALUE, "An Id has 15 or 18 characters, with exact case", "MALFORMED_ID");
        put(table, SqlState.CONSTRAINT_VIOLATION, "The record is in the recycle bin or gone", "ENTITY_IS_DELETED");
        put(table, SqlState.FOREIGN_KEY_VIOLATION, "", "INVALID_CROSS_REFERENCE_KEY", "DELETE_FAILED");
        put(
                table,
                SqlState.CONSTRAINT_VIOLATION,
                "A trigger or flow of the org refused the record",
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "CANNOT_EXECUTE_FLOW_TRIGGER");
        put(table, SqlState.CONSTRAINT_VIOLATION, "An approval process holds the record", "ENTITY_IS_LOCKED");
        put(table, SqlState.CONSTRAINT_VIOLATION, "", "CIRCULAR_DEPENDENCY", "CANNOT_UPDATE_CONVERTED_LEAD");
        put(
                table,
                SqlState.LOCKED_TRY_AGAIN,
                "Another transaction holds the record; run the statement again",
                "UNABLE_TO_LOCK_ROW");
        put(
                table,
                SqlState.CONSTRAINT_VIOLATION,
                "Another record of the same all-or-none request failed",
                "PROCESSING_HALTED",
                "BATCH_PROCESSING_HALTED",
                "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        put(table, SqlState.OBJECT_NOT_IN_STATE, "", "INVALIDJOB", "INVALIDJOBSTATE", "INVALIDBATCH");
    }

    private static void rights(Map<String, ErrorMeaning> table) {
        put(
                table,
                SqlState.NO_PRIVILEGE,
                RIGHTS,
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "INSUFFICIENT_ACCESS_OR_READONLY",
                "INSUFFICIENT_ACCESS",
                "FORBIDDEN");
        put(table, SqlState.NO_PRIVILEGE, "", "INVALID_FIELD_FOR_INSERT_UPDATE");
        put(
                table,
                SqlState.NO_PRIVILEGE,
                "A transaction security policy of the org refused the request",
                "TXN_SECURITY_NO_ACCESS",
                "TXN_SECURITY_APEX_ERROR",
                "TXN_SECURITY_METERING_ERROR",
                "TXN_SECURITY_RUNTIME_ERROR");
        put(
                table,
                SqlState.FEATURE_NOT_SUPPORTED,
                "The org does not have this feature switched on",
                "FUNCTIONALITY_NOT_ENABLED",
                "FEATURENOTENABLED");
        put(
                table,
                SqlState.READ_ONLY,
                "The org is read-only during maintenance; try again later",
                "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE");
    }

    private static void sessions(Map<String, ErrorMeaning> table) {
        put(table, SqlState.INVALID_AUTHORIZATION, "Log in again: open a new connection", "INVALID_SESSION_ID");
        put(
                table,
                SqlState.INVALID_AUTHORIZATION,
                "The access token is not a text Salesforce can read",
                "INVALID_AUTH_HEADER");
        put(
                table,
                SqlState.INVALID_AUTHORIZATION,
                "The edition must include API access and the user needs the permission API Enabled",
                "API_DISABLED_FOR_ORG");
    }

    private static void service(Map<String, ErrorMeaning> table) {
        put(table, SqlState.CONNECTION_LOST, WAIT, "API_CURRENTLY_DISABLED", "SERVER_UNAVAILABLE");
        put(table, SqlState.GENERAL, "", "UNKNOWN_EXCEPTION", "API_ERROR");
        put(
                table,
                SqlState.PROTOCOL_VIOLATION,
                "Set apiVersion to a version the org still serves, 31.0 or later",
                "GONE",
                "UNSUPPORTED_API_VERSION");
    }

    private static void put(Map<String, ErrorMeaning> table, SqlState state, String advice, String... codes) {
        for (String code : codes) {
            if (table.put(code, new ErrorMeaning(state, advice)) != null) {
                throw new IllegalStateException(code + " has two meanings");
            }
        }
    }

    /** The meaning of a code; where one code is used for several faults its message tells them apart. */
    static ErrorMeaning meaning(String code, String message, int status) {
        ErrorMeaning meaning = TABLE.get(code);
        if (meaning == null) {
            // The code is Salesforce's own, so the other side is no stranger: only these statuses say more.
            boolean telling = status == 401 || status == 403 || status == 429 || status == 503;
            return new ErrorMeaning(telling ? ofStatus(status).state() : SqlState.GENERAL, "");
        }
        return switch (code) {
            // INVALID_FIELD is also what Salesforce calls a filter of the wrong kind, a doubled field, or a foreign
            // key that points nowhere: the column is there, the statement is wrong.
            case "INVALID_FIELD" -> invalidField(message, meaning);
            case "MALFORMED_QUERY" ->
                message.contains("longer than 100000 characters")
                        ? new ErrorMeaning(SqlState.QUERY_TOO_COMPLEX, "Shorten the statement, or split its IN list")
                        : meaning;
            case "NOT_FOUND" ->
                message.contains("external ID field") ? new ErrorMeaning(SqlState.NO_SUCH_COLUMN, NAMES) : meaning;
            case "INVALIDBATCH" ->
                message.contains("Field name not found") ? new ErrorMeaning(SqlState.NO_SUCH_COLUMN, NAMES) : meaning;
            // "Cannot deserialize instance of date from VALUE_STRING value 2017-10-17 00:00:00 or ..."
            case "JSON_PARSER_ERROR" -> unreadableValue(message, meaning);
            case "INVALID_SESSION_ID" ->
                message.contains("not valid for use with the REST API")
                        ? new ErrorMeaning(
                                meaning.state(), "The token lacks the scope api: add it to the app's OAuth scopes")
                        : meaning;
            default -> meaning;
        };
    }

    private static ErrorMeaning unreadableValue(String message, ErrorMeaning meaning) {
        String begin = "Cannot deserialize instance of ";
        if (!message.startsWith(begin)) {
            return meaning;
        }
        boolean time = message.startsWith("date", begin.length()) || message.startsWith("time", begin.length());
        return new ErrorMeaning(time ? SqlState.INVALID_DATETIME : SqlState.INVALID_CAST, "");
    }

    private static ErrorMeaning invalidField(String message, ErrorMeaning meaning) {
        if (message.contains("Foreign key external ID")) {
            return new ErrorMeaning(SqlState.FOREIGN_KEY_VIOLATION, "");
        }
        if (message.contains("No such column") || message.contains("Didn't understand relationship")) {
            return meaning;
        }
        return new ErrorMeaning(SqlState.SYNTAX_ERROR, "");
    }

    /** What a status means whose body says nothing, or nothing known. */
    static ErrorMeaning ofStatus(int status) {
        return switch (status) {
            case 401 -> new ErrorMeaning(SqlState.INVALID_AUTHORIZATION, "Log in again: open a new connection");
            case 403 -> new ErrorMeaning(SqlState.NO_PRIVILEGE, RIGHTS);
            case 404 -> new ErrorMeaning(SqlState.PROTOCOL_VIOLATION, "Check the host, instanceUrl and apiVersion");
            case 405, 410, 415 -> new ErrorMeaning(SqlState.PROTOCOL_VIOLATION, "Check the host and apiVersion");
            case 408, 504 -> new ErrorMeaning(SqlState.CONNECTION_LOST, WAIT);
            case 413, 414, 431 ->
                new ErrorMeaning(SqlState.QUERY_TOO_COMPLEX, "The request is too long; shorten the statement");
            // The edge has no route for the host, as for a scratch org that was deleted.
            case 420 -> new ErrorMeaning(SqlState.CANNOT_CONNECT, "The org behind this host does not exist or moved");
            case 429 -> new ErrorMeaning(SqlState.LIMIT_REACHED, WAIT);
            case 500, 502, 503 -> new ErrorMeaning(SqlState.CONNECTION_LOST, WAIT);
            default ->
                status >= 200 && status < 400
                        ? new ErrorMeaning(SqlState.PROTOCOL_VIOLATION, "Check the host: this is not a Salesforce API")
                        : new ErrorMeaning(SqlState.GENERAL, "");
        };
    }
}
