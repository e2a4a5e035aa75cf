package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** Files: bytes that are read while they are sent, and read back as they arrive. */
class StreamedBytesTest {

    private static final String INSERT = "INSERT INTO Attachment (Name, ParentId, Body) VALUES ('file', ?, ?)";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String parent() throws SQLException {
        return Written.keys(connection, "INSERT INTO Account (Name) VALUES ('has files')")
                .get(0);
    }

    private interface Setting {
        void on(PreparedStatement insert) throws SQLException;
    }

    private static void writesAndReadsBack(byte[] expected, Setting body) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, parent());
            body.on(insert);
            insert.executeUpdate();
            List<String> keys = Written.keys(insert);
            try (Statement query = connection.createStatement();
                    ResultSet rows =
                            query.executeQuery("SELECT Body FROM Attachment WHERE Id = '" + keys.get(0) + "'")) {
                rows.next();
                try (InputStream stored = rows.getBinaryStream(1)) {
                    assertArrayEquals(expected, stored.readAllBytes());
                }
            }
        }
    }

    @Test
    void every_setter_of_bytes_stores_them() throws Exception {
        byte[] some = bytes(100_000);
        writesAndReadsBack(some, insert -> insert.setBytes(2, some));
        writesAndReadsBack(some, insert -> insert.setBinaryStream(2, new ByteArrayInputStream(some)));
        writesAndReadsBack(some, insert -> insert.setBlob(2, new ByteArrayInputStream(some), some.length));
        Blob blob = connection.createBlob();
        blob.setBytes(1, some);
        writesAndReadsBack(some, insert -> insert.setBlob(2, blob));
    }

    @Test
    void a_file_goes_from_one_record_to_another() throws Exception {
        byte[] some = bytes(5_000);
        writesAndReadsBack(some, insert -> insert.setBytes(2, some));
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT Body FROM Attachment WHERE Name = 'file' LIMIT 1")) {
            rows.next();
            Blob stored = rows.getBlob(1);
            writesAndReadsBack(stored.getBytes(1, (int) stored.length()), insert -> insert.setBlob(2, stored));
        }
    }

    @Test
    void a_stream_serves_one_run_and_must_be_as_long_as_promised() throws Exception {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, parent());
            insert.setBinaryStream(2, new ByteArrayInputStream(bytes(10)));
            assertEquals(1, insert.executeUpdate());
            Refused.with("22023", SQLDataException.class, insert::executeUpdate);
            int before = ORG.simulated().rows("Attachment").size();
            insert.setBinaryStream(2, new ByteArrayInputStream(bytes(10)), 11);
            assertThrows(SQLException.class, insert::executeUpdate);
            assertEquals(before, ORG.simulated().rows("Attachment").size());
        }
    }
}
