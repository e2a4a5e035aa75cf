package org.soqljdbc.conformance.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.conformance.TestOrg;

/** What an operator sees of the requests: log lines and Flight Recorder's events. */
class RequestLogTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Account", 60));

    private final Logger logger = Logger.getLogger("org.soqljdbc.http");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.FINE);
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    void a_request_is_one_line_with_status_time_rows_and_calls() throws SQLException {
        try (Connection connection = ORG.open()) {
            TestOrg.rows(connection, "SELECT Id FROM Account WHERE Name != 'a secret of mine' LIMIT 7");
        }
        assertEquals(ORG.calls().size(), lines.size(), lines.toString());
        String query = lines.get(lines.size() - 1);
        assertTrue(
                query.matches("FINE GET /query 200 \\d+ ms, 7 rows, call \\d+ of the connection, api-usage=\\d+/\\d+"),
                query);
        assertTrue(lines.stream().noneMatch(line -> line.contains("secret of mine")), lines.toString());
    }

    @Test
    void flight_recorder_gets_an_event_for_each_request_if_asked(@TempDir Path folder)
            throws SQLException, IOException {
        Path file = folder.resolve("calls.jfr");
        try (Connection connection = ORG.open();
                Recording recording = new Recording()) {
            recording.enable("org.soqljdbc.ApiCall");
            recording.start();
            TestOrg.rows(connection, "SELECT Id FROM Account LIMIT 5");
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("org.soqljdbc.ApiCall"))
                .filter(event -> event.getString("path").equals("/query"))
                .toList();
        assertEquals(1, events.size());
        assertEquals("GET", events.get(0).getString("method"));
        assertEquals(200, events.get(0).getInt("status"));
        assertEquals(5, events.get(0).getLong("rows"));
        assertTrue(Files.size(file) > 0);
    }
}
