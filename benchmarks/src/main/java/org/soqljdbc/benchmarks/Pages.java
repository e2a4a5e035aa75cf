package org.soqljdbc.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Query replies rendered before the clock starts, in the shape Salesforce's have. */
final class Pages {

    static final String SOQL =
            "SELECT Id, Name, AnnualRevenue, NumberOfEmployees, IsDeleted, CreatedDate, SinceDate__c, Owner.Name FROM Account";

    private static final int ROWS_OF_A_PAGE = 2_000;

    private Pages() {}

    /** @param gzip whether each page is compressed as the service would */
    static List<byte[]> render(int count, boolean gzip) {
        List<byte[]> pages = new ArrayList<>();
        for (int page = 0; page < count; page++) {
            byte[] body = page(page, count).getBytes(StandardCharsets.UTF_8);
            pages.add(gzip ? compressed(body) : body);
        }
        return pages;
    }

    private static String page(int page, int count) {
        StringBuilder json = new StringBuilder(700_000);
        boolean last = page == count - 1;
        json.append("{\"totalSize\":")
                .append(count * ROWS_OF_A_PAGE)
                .append(",\"done\":")
                .append(last);
        if (!last) {
            json.append(",\"nextRecordsUrl\":\"/services/data/v67.0/query/0r8000000000001AAA-")
                    .append((page + 1) * ROWS_OF_A_PAGE)
                    .append('"');
        }
        json.append(",\"records\":[");
        for (int row = 0; row < ROWS_OF_A_PAGE; row++) {
            if (row > 0) {
                json.append(',');
            }
            record(json, page * ROWS_OF_A_PAGE + row);
        }
        return json.append("]}").toString();
    }

    private static void record(StringBuilder json, int n) {
        String id = String.format(Locale.ROOT, "001000000%06dAAA", n);
        json.append("{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v67.0/sobjects/Account/")
                .append(id)
                .append("\"},\"Id\":\"")
                .append(id)
                .append("\",\"Name\":\"United Oil & Gas of District ")
                .append(n)
                .append("\",\"AnnualRevenue\":")
                .append(n % 7 == 0 ? "null" : Double.toString(n * 1000.25))
                .append(",\"NumberOfEmployees\":")
                .append(n % 5_000)
                .append(",\"IsDeleted\":")
                .append(n % 2 == 0)
                .append(String.format(
                        Locale.ROOT, ",\"CreatedDate\":\"2024-%02d-%02dT08:15:30.000+0000\"", 1 + n % 12, 1 + n % 28))
                .append(String.format(Locale.ROOT, ",\"SinceDate__c\":\"20%02d-%02d-11\"", n % 25, 1 + n % 12))
                .append(",\"Owner\":{\"attributes\":{\"type\":\"User\",\"url\":\"/services/data/v67.0/sobjects/User/")
                .append("005000000000001AAA\"},\"Name\":\"Ada Lovelace\"}}");
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Describe replies with what a reader of these pages needs to know. */
    static String describe(String object) {
        return object.equals("User")
                ? describe("User", field("Id", "id", 18, 0, 0), field("Name", "string", 121, 0, 0))
                : describe(
                        "Account",
                        field("Id", "id", 18, 0, 0),
                        field("Name", "string", 255, 0, 0),
                        field("AnnualRevenue", "currency", 0, 18, 2),
                        field("NumberOfEmployees", "int", 0, 8, 0),
                        field("IsDeleted", "boolean", 0, 0, 0),
                        field("CreatedDate", "datetime", 0, 0, 0),
                        field("SinceDate__c", "date", 0, 0, 0),
                        "{\"name\":\"OwnerId\",\"type\":\"reference\",\"length\":18,\"relationshipName\":\"Owner\","
                                + "\"referenceTo\":[\"User\"]}");
    }

    private static String describe(String name, String... fields) {
        return "{\"name\":\"" + name + "\",\"queryable\":true,\"childRelationships\":[],\"fields\":["
                + String.join(",", fields) + "]}";
    }

    private static String field(String name, String type, int length, int precision, int scale) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"length\":" + length + ",\"precision\":"
                + precision + ",\"scale\":" + scale + ",\"nillable\":true,\"filterable\":true}";
    }
}
