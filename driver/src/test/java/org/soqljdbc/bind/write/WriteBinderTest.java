package org.soqljdbc.bind.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.ParameterValue;

/** What the names of a statement that writes mean, and what is refused before any call. */
class WriteBinderTest {

    private static final CallControl CONTROL = CallControl.unlimited();

    private final WritableOrg org = new WritableOrg();

    private static SqlText read(String sql) {
        try {
            return SqlReader.read(sql);
        } catch (SyntaxException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static ConstantExpressions constants(SqlText text, Object... parameters) {
        List<ParameterValue> values = Arrays.stream(parameters)
                .map(value -> new ParameterValue(value, ZoneOffset.UTC))
                .toList();
        return new ConstantExpressions(text, ZoneOffset.UTC, Clock.systemUTC(), values);
    }

    private List<WriteRecord> inserted(String sql, Object... parameters) throws SQLException {
        SqlText text = read(sql);
        WriteBinder binder = new WriteBinder(text, org);
        BoundInsert bound = text.statement() instanceof SqlStatement.Upsert upsert
                ? binder.upsert(upsert, CONTROL)
                : binder.insert((SqlStatement.Insert) text.statement(), CONTROL);
        return bound.records(constants(text, parameters));
    }

    private BoundUpdate updated(SqlText text) throws SQLException {
        WriteBinder binder = new WriteBinder(text, org);
        return text.statement() instanceof SqlStatement.Delete delete
                ? binder.delete(delete, CONTROL)
                : binder.update((SqlStatement.Update) text.statement(), CONTROL);
    }

    // ---- INSERT and UPSERT ---------------------------------------------------------------------------------

    @Test
    void values_go_to_the_columns_named() throws SQLException {
        assertEquals(
                List.of(WriteRecord.of(
                        "Company",
                        List.of(
                                FieldValue.of("Size", new WriteValue.Number(new java.math.BigDecimal("7"))),
                                FieldValue.of("Name", new WriteValue.Text("ab"))))),
                inserted("INSERT INTO salesforce.COMPANY (size, Company.name) VALUES (1 + 2 * 3, 'a' || ?)", "b"));
    }

    @Test
    void default_leaves_a_column_out_and_null_sets_it() throws SQLException {
        assertEquals(
                List.of(FieldValue.of("Name", new WriteValue.Text("x")), FieldValue.of("Size", WriteValue.NULL)),
                inserted("INSERT INTO Company (Id, Name, Size, OwnerId) VALUES (NULL, 'x', NULL, DEFAULT)")
                        .get(0)
                        .values());
    }

    @Test
    void a_lookup_takes_its_parents_external_id() throws SQLException {
        WriteValue parent = inserted("INSERT INTO Company (Name, Parent.Key__c) VALUES ('x', 'k')")
                .get(0)
                .value("ParentId")
                .orElseThrow();
        assertEquals(new WriteValue.ParentKey("Parent", Optional.empty(), "Key__c", new WriteValue.Text("k")), parent);
        WriteValue owner = inserted("INSERT INTO Company (Name, Owner.Person.Login) VALUES ('x', 'me')")
                .get(0)
                .value("OwnerId")
                .orElseThrow();
        assertEquals(
                new WriteValue.ParentKey("Owner", Optional.of("Person"), "Login", new WriteValue.Text("me")), owner);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42S02 | INSERT INTO Firm (Name) VALUES ('x')                                | Firm
            42S02 | INSERT INTO other.Company (Name) VALUES ('x')                       | schema
            42S22 | INSERT INTO Company (Nmae) VALUES ('x')                             | 'Name'
            42S22 | INSERT INTO Company (Name, Owner.Login) VALUES ('x', 'y')           | Owner.Company
            42S22 | INSERT INTO Company (Name, Parent.Size) VALUES ('x', 1)             | no external id
            42S22 | INSERT INTO Company (Name, Chief.Key__c) VALUES ('x', 'y')          | no relationship
            42000 | INSERT INTO Company (Name, name) VALUES ('x', 'y')                  | twice
            42000 | INSERT INTO Company (Name) VALUES ('x', 'y')                        | 2 values
            42000 | INSERT INTO Company VALUES ('x')                                    | Name the columns
            42000 | UPSERT INTO Company (Name) VALUES ('x')                             | ON
            42000 | UPSERT INTO Company (Name, Key__c) VALUES ('x', 'y') ON Name        | no external id
            23502 | INSERT INTO Company (Size) VALUES (1)                               | Name
            23502 | INSERT INTO Company (Name) VALUES ('x'), ('')                       | Row 2
            23502 | INSERT INTO Company (Name, OwnerId) VALUES ('x', NULL)              | DEFAULT
            23502 | UPSERT INTO Company (Name, Key__c) VALUES ('x', NULL)               | key
            42501 | INSERT INTO Company (Name, Number) VALUES ('x', '1')                | numbers
            42501 | INSERT INTO Company (Id, Name) VALUES ('001000000000001', 'x')      | Id
            42501 | INSERT INTO Person (Login) VALUES ('x')                             | read-only
            22012 | INSERT INTO Company (Name, Size) VALUES ('x', 1 / 0)                | zero
            """)
    void what_cannot_be_is_refused(String state, String sql, String word) {
        SQLException refused = assertThrows(SQLException.class, () -> inserted(sql));
        assertEquals(state, refused.getSQLState(), refused::getMessage);
        assertTrue(refused.getMessage().contains(word), refused::getMessage);
    }

    // ---- UPDATE and DELETE ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE Company SET Name = ? WHERE Id = '001000000000001AAA'",
                "UPDATE Company c SET c.Name = ? WHERE '001000000000001AAA' = c.Id",
                "update \"salesforce\".\"Company\" set \"salesforce\".\"Company\".\"Name\" = ?"
                        + " where \"Company\".\"Id\" in ('001000000000001AAA', null, '001000000000001')"
            })
    void rows_named_by_id_need_no_query(String sql) throws SQLException {
        SqlText text = read(sql);
        BoundUpdate bound = updated(text);
        assertEquals(
                List.of(WriteRecord.of(
                        "Company", "001000000000001AAA", List.of(FieldValue.of("Name", new WriteValue.Text("x"))))),
                bound.records(bound.ids().orElseThrow(), constants(text, "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE Company SET Name = 'x'",
                "UPDATE Company SET Name = 'x' WHERE Id = '001000000000001' AND Size = 1",
                "UPDATE Company SET Name = 'x' WHERE Id <> '001000000000001'",
                "UPDATE Company SET Name = Key__c WHERE Id = '001000000000001'",
                "UPDATE Company SET Name = 'x' WHERE Parent.Id = '001000000000001'",
                "DELETE FROM Company WHERE Id NOT IN ('001000000000001')",
                "DELETE FROM Company WHERE Id = ParentId"
            })
    void other_rows_are_found_by_a_query(String sql) throws SQLException {
        assertTrue(updated(read(sql)).ids().isEmpty());
    }

    // ---- MERGE ---------------------------------------------------------------------------------------------

    private boolean isUpsert(String on, String branches) throws SQLException {
        SqlText text = read("MERGE INTO Company t USING (VALUES ('k', 'n')) AS s(k, n) ON " + on + " " + branches);
        return new MergeBinder(text, org)
                .merge((Merge) text.statement(), CONTROL)
                .upsert()
                .isPresent();
    }

    @Test
    void a_merge_is_an_upsert_where_both_branches_set_the_same() throws SQLException {
        String update = "WHEN MATCHED THEN UPDATE SET Name = s.n ";
        String insert = "WHEN NOT MATCHED THEN INSERT (Key__c, Name) VALUES (s.k, s.n)";
        assertTrue(isUpsert("t.Key__c = s.k", update + insert));
        assertTrue(isUpsert("s.k = t.Key__c", insert + " " + update));
        assertEquals(false, isUpsert("t.Name = s.k", update + insert));
        assertEquals(false, isUpsert("t.Key__c = s.k", update));
        assertEquals(false, isUpsert("t.Key__c = s.k", "WHEN MATCHED THEN UPDATE SET Name = s.k " + insert));
        assertEquals(
                false, isUpsert("t.Key__c = s.k", "WHEN MATCHED AND t.Size = 1 THEN UPDATE SET Name = s.n " + insert));
        assertEquals(
                false,
                isUpsert(
                        "t.Key__c = s.k",
                        update + "WHEN NOT MATCHED THEN INSERT (Key__c, Name, Size) VALUES (s.k, s.n, 1)"));
    }
}
