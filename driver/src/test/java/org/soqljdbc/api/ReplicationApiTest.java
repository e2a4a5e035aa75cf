package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class ReplicationApiTest {

    private static final Instant FROM = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant TO = Instant.parse("2026-01-03T00:00:00Z");

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();
    private final List<String> changed = new ArrayList<>();

    private void take(String id, Optional<Instant> deleted) {
        changed.add(id + deleted.map(time -> " " + time).orElse(""));
    }

    @Test
    void deleted_records_are_told_with_their_time() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("getdeleted.json")));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            ReplicationApi.Covered covered = api.replication().deleted("Account", FROM, TO, this::take, control);
            assertEquals(List.of("a00D0000008pQRAIA2 2013-05-07T22:07:19Z"), changed);
            assertEquals(Optional.of(Instant.parse("2013-05-03T15:57:00Z")), covered.earliestAvailable());
            assertEquals(Optional.of(Instant.parse("2013-05-08T21:20:00Z")), covered.latestCovered());
        }
        assertEquals(
                "/services/data/v67.0/sobjects/Account/deleted/?start=2026-01-02T03%3A04%3A05%2B00%3A00"
                        + "&end=2026-01-03T00%3A00%3A00%2B00%3A00",
                org.received(anyRequestedFor(anyUrl())).get(0).getUrl());
    }

    @Test
    void updated_records_are_told() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("getupdated.json")));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            ReplicationApi.Covered covered = api.replication().updated("Account", FROM, TO, this::take, control);
            assertEquals(7, changed.size());
            assertEquals("003q000000KvQ1tAAF", changed.get(0));
            assertEquals(Optional.empty(), covered.earliestAvailable());
            assertEquals(Optional.of(Instant.parse("2015-08-19T08:17:00Z")), covered.latestCovered());
        }
    }

    @Test
    void too_many_ids_are_54001_and_a_cut_list_is_08006() throws SQLException {
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            org.when(any(anyUrl()), Org.refused(400, "EXCEEDED_ID_LIMIT", "exceeded"));
            assertEquals(
                    "54001",
                    assertThrows(
                                    SQLException.class,
                                    () -> api.replication().deleted("Account", FROM, TO, this::take, control))
                            .getSQLState());
            org.when(any(anyUrl()), okJson("{\"ids\":[\"1\","));
            assertEquals(
                    "08006",
                    assertThrows(
                                    SQLException.class,
                                    () -> api.replication().updated("Account", FROM, TO, this::take, control))
                            .getSQLState());
        }
    }
}
