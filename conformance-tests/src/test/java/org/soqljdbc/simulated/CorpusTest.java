package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SOQL as people write it: whatever the text, the org answers rows or a refusal. The texts lie outside the repository,
 * in the folder that the system property {@code reference} names.
 */
class CorpusTest {

    private static final int LONGEST_IN_A_URL = 3000;

    private static final Path CORPUS = Reference.folder("soql-corpus");
    private static SimulatedOrg org;
    private static OrgClient client;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @BeforeEach
    void requireReference() {
        Reference.require(CORPUS);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static List<String> texts(String file) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS.resolve(file))) {
            JsonNode text = mapper.readTree(line).get("q");
            if (text.asText().length() <= LONGEST_IN_A_URL) {
                texts.add(text.asText());
            }
        }
        return texts;
    }

    @Test
    void well_formed_texts_are_answered_or_refused() throws Exception {
        int answered = 0;
        for (String soql : texts("valid.jsonl")) {
            HttpResponse<byte[]> response = client.get(OrgClient.DATA + "/query?q=" + OrgClient.encode(soql));
            assertTrue(
                    response.statusCode() == 200 || response.statusCode() == 400,
                    () -> response.statusCode() + " for " + soql);
            answered += response.statusCode() == 200 ? 1 : 0;
        }
        assertTrue(answered > 300, answered + " answered");
    }

    @Test
    void other_texts_are_refused() throws Exception {
        for (String soql : texts("invalid.jsonl")) {
            HttpResponse<byte[]> response = client.get(OrgClient.DATA + "/query?q=" + OrgClient.encode(soql));
            assertEquals(400, response.statusCode(), soql);
        }
    }
}
