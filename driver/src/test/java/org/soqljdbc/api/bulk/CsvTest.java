package org.soqljdbc.api.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;

class CsvTest {

    private static List<List<String>> read(String csv) throws SQLException {
        try (CsvReader reader = new CsvReader(stream(csv))) {
            List<List<String>> rows = new ArrayList<>();
            while (reader.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < reader.size(); i++) {
                    row.add(reader.text(i));
                    assertEquals(reader.text(i), reader.chars(i).toString());
                    assertEquals(reader.text(i).isEmpty(), reader.isEmpty(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cells_are_divided_by_commas_and_lines_by_either_ending() throws SQLException {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("", "ä"), List.of("x", ""));
        assertEquals(rows, read("a,b\n,ä\nx,\n"));
        assertEquals(rows, read("a,b\r\n,ä\r\nx,"));
        assertEquals(rows, read("\uFEFF\"a\",\"b\"\n\"\",\"ä\"\r\n\"x\",\"\""));
    }

    @Test
    void quotes_hold_commas_line_ends_and_doubled_quotes() throws SQLException {
        assertEquals(
                List.of(List.of("a,b", "say \"hi\"", "two\r\nlines", " x ")),
                read("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\", x "));
    }

    @Test
    void nothing_has_no_rows_and_an_empty_line_has_one_empty_cell() throws SQLException {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(List.of("a"), List.of(""), List.of("b")), read("a\n\nb\n"));
    }

    @Test
    void text_that_ends_within_quotes_is_08006() {
        assertEquals(
                "08006", assertThrows(SQLException.class, () -> read("a\n\"b")).getSQLState());
    }

    @Test
    void text_behind_quotes_is_08p01_and_not_shown() {
        SQLException strange = assertThrows(SQLException.class, () -> read("a\n\"secret\"x"));
        assertEquals("08P01", strange.getSQLState());
        assertTrue(
                strange.getMessage().contains("row 2") && !strange.getMessage().contains("secret"));
    }

    @Test
    void any_rows_that_are_written_are_read_again() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "ab,\"\n\r \t\u00e4\u20ac\ud83d\ude00";
        for (int round = 0; round < 200; round++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder csv = new StringBuilder();
            int cells = 1 + random.nextInt(5);
            for (int i = 0; i < 1 + random.nextInt(50); i++) {
                CsvLine line = new CsvLine();
                List<String> row = new ArrayList<>();
                for (int c = 0; c < cells; c++) {
                    StringBuilder cell = new StringBuilder();
                    int[] points = letters.codePoints().toArray();
                    for (int n = random.nextInt(2_000 / (1 + i)); n > 0; n--) {
                        cell.appendCodePoint(points[random.nextInt(points.length)]);
                    }
                    row.add(cell.toString());
                    line.add(cell);
                }
                rows.add(row);
                csv.append(new String(line.bytes(), StandardCharsets.UTF_8));
            }
            assertEquals(rows, read(csv.toString()), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bulk2-query-results.csv, 0",
        "bulk2-query-results-page2.csv, 0",
        "bulk2-ingest-successfulResults.csv, 3",
        "bulk2-ingest-failedResults.csv, 2",
        "bulk2-ingest-unprocessedrecords.csv, 1"
    })
    void recorded_files_are_read_with_as_many_cells_in_each_row(String file, int rows) throws Exception {
        String reference = System.getProperty("reference", "");
        Assumptions.assumeFalse(reference.isEmpty(), "no reference data: recorded files not tested");
        Path path = Path.of(reference, "salesforce", "fixtures", file);
        try (CsvReader reader = new CsvReader(Files.newInputStream(path))) {
            assertTrue(reader.next());
            int cells = reader.size();
            int found = 0;
            for (; reader.next(); found++) {
                assertEquals(cells, reader.size());
            }
            assertTrue(rows == 0 ? found > 0 : found == rows, found + " rows");
        }
    }

    private static FieldValue field(String name, WriteValue value) {
        return FieldValue.of(name, value);
    }

    @Test
    void records_become_lines_with_null_as_bulk_writes_it() throws Exception {
        WriteRecord row = WriteRecord.of(
                "Contact",
                "003000000000001AAA",
                List.of(
                        field("LastName", new WriteValue.Text("O\"Hara, S.")),
                        field("Phone", WriteValue.NULL),
                        field("Fax", new WriteValue.Text("")),
                        field("N__c", new WriteValue.Number(new BigDecimal("1E+3"))),
                        field("B__c", new WriteValue.Truth(false)),
                        field(
                                "AccountId",
                                new WriteValue.ParentKey(
                                        "Account", Optional.empty(), "Ext__c", new WriteValue.Text("k"))),
                        field(
                                "OwnerId",
                                new WriteValue.ParentKey("Owner", Optional.of("Group"), "G__c", WriteValue.NULL))));
        CsvUpload.Rows rows = new CsvUpload.Rows(RowSource.of(List.of(row, row).iterator()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvUpload upload = new CsvUpload(rows, 1_000);
        upload.writeTo(bytes);
        try (InputStream plain = new java.util.zip.GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            String line = "003000000000001AAA,\"O\"\"Hara, S.\",#N/A,#N/A,1000,false,k,#N/A\n";
            assertEquals(
                    "Id,LastName,Phone,Fax,N__c,B__c,Account.Ext__c,Group:Owner.G__c\n" + line + line,
                    new String(plain.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(2, upload.hashes().size());
        assertFalse(upload.canBeSent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A"})
    void what_csv_cannot_say_is_told_before(String text) {
        WriteRecord row = WriteRecord.of("A", List.of(field("F", new WriteValue.Text(text))));
        assertFalse(BulkIngestApi.carries(row));
        assertFalse(BulkIngestApi.carries(WriteRecord.of(
                "A", List.of(field("F", new WriteValue.Text("x".repeat(131_073)))))));
        assertTrue(BulkIngestApi.carries(WriteRecord.of(
                "A", List.of(field("F", new WriteValue.Text("x".repeat(131_072)))))));
        CsvUpload.Rows rows = new CsvUpload.Rows(RowSource.of(List.of(row).iterator()));
        assertEquals("22023", assertThrows(SQLException.class, rows::hasNext).getSQLState());
    }

    @Test
    void a_row_with_other_columns_than_the_first_is_22023() throws SQLException {
        WriteRecord one = WriteRecord.of("A", List.of(field("F", WriteValue.NULL)));
        WriteRecord other = WriteRecord.of("A", List.of(field("G", WriteValue.NULL)));
        CsvUpload upload = new CsvUpload(
                new CsvUpload.Rows(RowSource.of(List.of(one, other).iterator())), 1_000);
        org.soqljdbc.error.CarriedSqlException carried = assertThrows(
                org.soqljdbc.error.CarriedSqlException.class, () -> upload.writeTo(new ByteArrayOutputStream()));
        assertEquals("22023", carried.carried().getSQLState());
    }

    @Test
    void equal_rows_are_found_one_after_the_other() {
        RowHashes hashes = new RowHashes();
        long seed = 11;
        Random random = new Random(seed);
        long[] all = new long[10_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = RowHashes.with(RowHashes.START, String.valueOf(random.nextInt(4_000)));
            hashes.add(all[i]);
        }
        hashes.index();
        boolean[] found = new boolean[all.length];
        for (int i = 0; i < all.length - 10; i++) {
            int row = hashes.take(all[all.length - 1 - i]);
            assertEquals(all[all.length - 1 - i], all[row]);
            assertFalse(found[row]);
            found[row] = true;
        }
        assertEquals(-1, hashes.take(1));
        for (int i = 0; i < 10; i++) {
            int row = hashes.takeAny();
            assertFalse(found[row]);
            found[row] = true;
        }
        assertEquals(-1, hashes.takeAny());
        assertEquals(0, hashes.left());
    }

    @Test
    void null_and_empty_cells_are_one_to_the_hash_and_cells_do_not_run_together() {
        assertEquals(RowHashes.with(RowHashes.START, "#N/A"), RowHashes.with(RowHashes.START, ""));
        assertTrue(RowHashes.with(RowHashes.with(RowHashes.START, "a"), "b")
                != RowHashes.with(RowHashes.with(RowHashes.START, "ab"), ""));
    }
}
