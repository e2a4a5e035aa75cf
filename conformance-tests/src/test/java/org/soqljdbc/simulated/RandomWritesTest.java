package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.conformance.Seeds;

/**
 * Writes in any order, taken back or not, leave what a plain map of rows holds after the same writes, and each row is found
 * by its external id and by no other.
 */
class RandomWritesTest {

    private static final int REQUESTS = 600;
    private static final int BASE_ROWS = 4;
    private static final int MOST_ROWS = 5;
    private static final String COLLECTIONS = OrgClient.DATA + "/composite/sobjects";

    /** Few, so that they meet often; two differ in letter case only, and two belong to the rows of the beginning. */
    private static final List<String> KEYS =
            List.of("F-0", "f-0", "F-1", "FAULT-0", "FAULT-1", "EXT-00000", "EXT-00001");

    /** @param created since the beginning: only these are deleted, since others have children */
    private record Row(String name, String key, boolean created) {}

    /** One request: how it is sent, and what it does to the model, which it tells row by row. */
    private record Write(String method, String url, ObjectNode body, String action, List<ObjectNode> rows) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(Seeds.seed());
    private final Map<String, Row> live = new TreeMap<>();
    private final List<String> gone = new ArrayList<>();
    private SimulatedOrg org;
    private OrgClient client;
    private int names;

    @BeforeEach
    void start() {
        org = SimulatedOrg.builder().withRows("Account", BASE_ROWS).start();
        client = new OrgClient(org);
        begin();
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private void begin() {
        live.clear();
        gone.clear();
        org.rows("Account")
                .forEach(row -> live.put(
                        (String) row.get("Id"),
                        new Row((String) row.get("Name"), (String) row.get("Ext_Id__c"), false)));
    }

    @Test
    void the_org_holds_what_a_map_of_rows_holds() throws Exception {
        for (int request = 0; request < REQUESTS; request++) {
            String told = "seed " + Seeds.seed() + ", request " + request;
            switch (random.nextInt(40)) {
                case 0 -> {
                    org.restore();
                    begin();
                }
                case 1, 2, 3, 4, 5, 6, 7, 8 -> composite(told);
                default -> alone(told);
            }
            compare(told);
        }
    }

    private void alone(String told) throws Exception {
        boolean allOrNone = random.nextBoolean();
        Write write = write(allOrNone);
        var response = client.call(
                write.method(),
                write.url(),
                write.body() == null ? null : write.body().toString());
        apply(write, OrgClient.json(response), allOrNone, told + " " + write);
    }

    /** Several collections in one request; a failed row takes back all of it where none may fail. */
    private void composite(String told) throws Exception {
        boolean allOrNone = random.nextBoolean();
        List<Write> writes = new ArrayList<>();
        List<Boolean> whole = new ArrayList<>();
        ArrayNode parts = json.createArrayNode();
        for (int part = 1 + random.nextInt(3); part > 0; part--) {
            whole.add(random.nextBoolean());
            writes.add(write(whole.get(whole.size() - 1)));
            Write write = writes.get(writes.size() - 1);
            ObjectNode made = parts.addObject();
            made.put("method", write.method()).put("url", write.url()).put("referenceId", "r" + part);
            if (write.body() != null) {
                made.set("body", write.body());
            }
        }
        ObjectNode body = json.createObjectNode().put("allOrNone", allOrNone).put("collateSubrequests", false);
        body.set("compositeRequest", parts);
        Map<String, Row> before = new TreeMap<>(live);
        List<String> goneBefore = List.copyOf(gone);
        var response = client.post(OrgClient.DATA + "/composite", body.toString());
        JsonNode answers = OrgClient.json(response).get("compositeResponse");
        boolean failed = false;
        for (JsonNode answer : answers) {
            failed |= allOrNone && (answer.get("httpStatusCode").intValue() >= 400 || hasFailed(answer.get("body")));
        }
        for (int part = 0; part < writes.size() && !failed; part++) {
            apply(writes.get(part), answers.get(part).get("body"), whole.get(part), told + " " + body);
        }
        if (failed) {
            assertEquals(before, live);
            assertEquals(goneBefore, gone);
        }
    }

    private static boolean hasFailed(JsonNode rows) {
        boolean failed = false;
        for (JsonNode row : rows) {
            failed |= !row.path("success").asBoolean(true);
        }
        return failed;
    }

    // ---- what is sent ------------------------------------------------------------------------------------------

    private Write write(boolean allOrNone) {
        List<ObjectNode> rows = new ArrayList<>();
        String action =
                List.of("insert", "update", "upsert", "upsert", "delete").get(random.nextInt(5));
        for (int row = 1 + random.nextInt(MOST_ROWS); row > 0; row--) {
            rows.add(row(action));
        }
        if (action.equals("delete")) {
            String ids = rows.stream().map(row -> row.get("Id").textValue()).collect(Collectors.joining(","));
            return new Write("DELETE", COLLECTIONS + "?ids=" + ids + "&allOrNone=" + allOrNone, null, action, rows);
        }
        ObjectNode body = json.createObjectNode().put("allOrNone", allOrNone);
        body.putArray("records").addAll(rows);
        boolean upsert = action.equals("upsert");
        return new Write(
                action.equals("insert") ? "POST" : "PATCH",
                COLLECTIONS + (upsert ? "/Account/Ext_Id__c" : ""),
                body,
                action,
                rows);
    }

    private ObjectNode row(String action) {
        ObjectNode row = json.createObjectNode();
        row.putObject("attributes").put("type", "Account");
        if (action.equals("update") || action.equals("delete")) {
            row.put("Id", someId(action.equals("delete")));
        }
        if (random.nextInt(12) == 0) {
            row.putNull("Name");
        } else if (!action.equals("update") || random.nextBoolean()) {
            row.put("Name", "n" + names++);
        }
        if (action.equals("upsert") || random.nextInt(3) > 0) {
            row.put("Ext_Id__c", KEYS.get(random.nextInt(KEYS.size())));
        } else if (random.nextInt(4) == 0) {
            row.putNull("Ext_Id__c");
        }
        return row;
    }

    private String someId(boolean onlyCreated) {
        List<String> ids = new ArrayList<>(gone);
        live.forEach((id, row) -> {
            if (row.created() || !onlyCreated) {
                ids.add(id);
            }
        });
        return ids.isEmpty() ? "0015g0000000zzzAAA" : ids.get(random.nextInt(ids.size()));
    }

    // ---- what it does ------------------------------------------------------------------------------------------

    private void apply(Write write, JsonNode answers, boolean allOrNone, String told) {
        Map<String, Row> before = new TreeMap<>(live);
        List<String> goneBefore = List.copyOf(gone);
        boolean failed = hasFailed(answers);
        Map<String, Integer> uses = new HashMap<>();
        write.rows().forEach(row -> uses.merge(folded(row.path("Ext_Id__c").asText()), 1, Integer::sum));
        List<String> updated = new ArrayList<>();
        boolean anyRefused = false;
        for (int i = 0; i < write.rows().size(); i++) {
            ObjectNode row = write.rows().get(i);
            boolean fits = switch (write.action()) {
                case "insert" -> insert(row, answers.get(i));
                case "update" -> update(row, updated);
                case "upsert" -> uses.get(folded(row.get("Ext_Id__c").textValue())) == 1 && upsert(row, answers.get(i));
                default -> delete(row.get("Id").textValue());
            };
            anyRefused |= !fits;
            if (!(failed && allOrNone)) {
                assertEquals(fits, answers.get(i).get("success").booleanValue(), told + " row " + i + ": " + answers);
            }
        }
        assertEquals(anyRefused, failed, told + ": " + answers);
        if (failed && allOrNone) {
            live.clear();
            live.putAll(before);
            gone.clear();
            gone.addAll(goneBefore);
        }
    }

    private boolean insert(ObjectNode row, JsonNode answer) {
        String key = row.path("Ext_Id__c").textValue();
        if (row.path("Name").isNull() || row.path("Name").isMissingNode() || holder(key) != null) {
            return false;
        }
        // A row that was taken back was told no Id.
        String id = answer.path("id").asText("taken back " + row.get("Name").textValue());
        live.put(id, new Row(row.get("Name").textValue(), key, true));
        return true;
    }

    private boolean update(ObjectNode row, List<String> updated) {
        String id = row.get("Id").textValue();
        if (!live.containsKey(id) && !gone.contains(id) || updated.contains(id)) {
            return false;
        }
        updated.add(id);
        return change(id, row);
    }

    private boolean upsert(ObjectNode row, JsonNode answer) {
        String holder = holder(row.get("Ext_Id__c").textValue());
        if (holder == null) {
            return insert(row, answer);
        }
        ObjectNode others = row.deepCopy();
        others.remove("Ext_Id__c");
        if (answer.path("success").booleanValue()) {
            assertEquals(holder, answer.get("id").textValue());
            assertEquals(false, answer.get("created").booleanValue());
        }
        return change(holder, others);
    }

    private boolean change(String id, ObjectNode row) {
        Row now = live.get(id);
        JsonNode key = row.path("Ext_Id__c");
        String other = holder(key.textValue());
        if (now == null || row.path("Name").isNull() || other != null && !other.equals(id)) {
            return false;
        }
        live.put(
                id,
                new Row(
                        row.path("Name").asText(now.name()),
                        key.isMissingNode() ? now.key() : key.textValue(),
                        now.created()));
        return true;
    }

    private boolean delete(String id) {
        if (live.remove(id) == null) {
            return false;
        }
        gone.add(id);
        return true;
    }

    /** Which live row has the key; null for none. */
    private String holder(String key) {
        return key == null
                ? null
                : live.entrySet().stream()
                        .filter(row -> row.getValue().key() != null
                                && folded(row.getValue().key()).equals(folded(key)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static String folded(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    // ---- what is there -----------------------------------------------------------------------------------------

    private void compare(String told) throws Exception {
        Map<String, String> there = new TreeMap<>();
        org.rows("Account")
                .forEach(row -> there.put((String) row.get("Id"), row.get("Name") + "|" + row.get("Ext_Id__c")));
        Map<String, String> expected = new TreeMap<>();
        live.forEach((id, row) -> expected.put(id, row.name() + "|" + row.key()));
        assertEquals(expected, there, told);
        String key = KEYS.get(random.nextInt(KEYS.size()));
        String holder = holder(key);
        assertEquals(
                holder == null ? List.of() : List.of(holder),
                client.column("SELECT Id FROM Account WHERE Ext_Id__c = '" + key + "'"),
                told);
        assertEquals(
                live.values().stream()
                        .filter(row -> row.key() != null && folded(row.key()).startsWith("FAULT-"))
                        .count(),
                client.count("Account WHERE Ext_Id__c LIKE 'FAULT-%'"),
                told);
    }
}
