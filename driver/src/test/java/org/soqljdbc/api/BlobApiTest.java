package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class BlobApiTest {

    private static final String PATH = "/services/data/v67.0/sobjects/Attachment/00P000000000001AAA/Body";

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();

    @Test
    void bytes_arrive_as_they_are() throws Exception {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        org.when(get(urlEqualTo(PATH)), aResponse().withBody(bytes));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"));
                InputStream stream = api.blobs().open(PATH, control)) {
            assertArrayEquals(bytes, stream.readAllBytes());
        }
    }

    @Test
    void nothing_is_an_empty_stream() throws Exception {
        org.when(get(urlEqualTo(PATH)), aResponse());
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"));
                InputStream stream = api.blobs().open(PATH, control)) {
            assertEquals(-1, stream.read());
        }
    }

    @Test
    void a_missing_record_is_told_before_the_first_byte() throws SQLException {
        org.when(get(urlEqualTo(PATH)), Org.refused(404, "ENTITY_IS_DELETED", "entity is deleted"));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            SQLException gone =
                    assertThrows(SQLException.class, () -> api.blobs().open(PATH, control));
            assertEquals("23000", gone.getSQLState());
        }
    }

    @Test
    void a_path_to_another_origin_is_refused() throws SQLException {
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> api.blobs().open("https://evil.example" + PATH, control));
            assertEquals("08P01", refused.getSQLState());
            assertEquals(0, api.callsMade());
        }
    }
}
