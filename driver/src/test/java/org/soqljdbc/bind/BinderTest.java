package org.soqljdbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.catalog.SmallOrg;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

class BinderTest {

    private final SmallOrg org = new SmallOrg();

    /** Each line: a query, and its columns as {@code label:TYPE<path} separated by blanks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT id, NAME FROM account                        | id:ID<Id NAME:STRING<Name
                    SELECT a.Name, a.Owner.Name FROM Account a          | Name:STRING<Name Owner.Name:STRING<Owner.Name
                    SELECT Account.Name FROM Account                    | Name:STRING<Name
                    SELECT Account.Name FROM Contact                    | Account.Name:STRING<Account.Name
                    SELECT Account.Owner.IsActive FROM Contact          | Account.Owner.IsActive:BOOLEAN<Account.Owner.IsActive
                    SELECT Id, What.Name, What.Type FROM Task           | Id:ID<Id What.Name:STRING<What.Name What.Type:PICKLIST<What.Type
                    SELECT COUNT() FROM Account                         | COUNT():LONG<totalSize
                    SELECT COUNT(Id), SUM(AnnualRevenue) s FROM Account | expr0:LONG<expr0 s:CURRENCY<s
                    SELECT Industry, AVG(AnnualRevenue), MAX(CreatedDate) FROM Account GROUP BY Industry | Industry:PICKLIST<Industry expr0:DOUBLE<expr0 expr1:DATETIME<expr1
                    SELECT Account.Name n, COUNT(Id) FROM Contact GROUP BY Account.Name | n:STRING<n expr0:LONG<expr0
                    SELECT Account.Name, COUNT(Id) FROM Contact GROUP BY Account.Name | Account.Name:STRING<Name expr0:LONG<expr0
                    SELECT CALENDAR_YEAR(CreatedDate), DAY_ONLY(CreatedDate) d FROM Account GROUP BY CALENDAR_YEAR(CreatedDate), DAY_ONLY(CreatedDate) | expr0:INT<expr0 d:DATE<d
                    SELECT toLabel(Industry) FROM Account               | Industry:STRING<Industry
                    SELECT FORMAT(AnnualRevenue) money FROM Account     | money:STRING<money
                    SELECT Id, (SELECT LastName FROM Contacts) FROM Account | Id:ID<Id Contacts:CHILD_ROWS<Contacts
                    SELECT FIELDS(CUSTOM) FROM Account LIMIT 1          | Since__c:DATE<Since__c Tags__c:MULTIPICKLIST<Tags__c
                    SELECT TYPEOF What WHEN Account THEN Name, Industry WHEN Contact THEN Email ELSE Name END FROM Task | What.Name:STRING<What.Name What.Industry:PICKLIST<What.Industry What.Email:EMAIL<What.Email
                    SELECT c.LastName, a.Name FROM Contact c, c.Account a | LastName:STRING<LastName Account.Name:STRING<Account.Name
                    """)
    void columns_are_labelled_typed_and_found_in_the_reply(String soql, String expected) throws Exception {
        assertEquals(expected, shown(bind(soql)));
    }

    private static String shown(BoundQuery bound) {
        return bound.columns().stream()
                .map(column ->
                        column.column().label() + ":" + column.column().type() + "<" + String.join(".", column.path()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_column_tells_its_table_name_precision_and_nullability() throws Exception {
        List<BoundColumn> columns =
                bind("SELECT AnnualRevenue, Owner.Name FROM Account").columns();
        Column revenue = columns.get(0).column();
        assertEquals("Account", revenue.table());
        assertEquals("AnnualRevenue", revenue.name());
        assertEquals(18, revenue.precision());
        assertEquals(2, revenue.scale());
        Column owner = columns.get(1).column();
        assertEquals("User", owner.table());
        assertEquals("Name", owner.name());
        assertEquals(ResultSetMetaData.columnNullable, owner.nullability(), "a parent may be missing");
    }

    @Test
    void the_object_and_one_level_of_parents_cost_one_call_each() throws Exception {
        bind("SELECT LastName, Account.Name, Owner.Name FROM Contact");
        assertEquals(2, org.asked().size());
        assertEquals(List.of("Contact"), List.copyOf(org.asked().get(0)));
        assertEquals(
                List.of("Account", "User"), org.asked().get(1).stream().sorted().toList());
    }

    @Test
    void a_polymorphic_parent_costs_no_describe() throws Exception {
        bind("SELECT What.Name FROM Task");
        assertEquals(1, org.asked().size());
    }

    /** Each line: a query, the SQLState, the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT Nam FROM Account                   | 42S22 | line 1:8: Account has no field 'Nam' that this user may read; did you mean 'Name'?
                    SELECT Id FROM Account WHERE Industri = 'x' | 42S22 | line 1:30: Account has no field 'Industri' that this user may read; did you mean 'Industry'?
                    SELECT Id FROM Account ORDER BY Zebra     | 42S22 | line 1:33: Account has no field 'Zebra' that this user may read
                    SELECT Id FROM Account WHERE Id IN (SELECT AccountIdx FROM Contact) | 42S22 | line 1:44: Contact has no field 'AccountIdx' that this user may read; did you mean 'AccountId'?
                    SELECT Id, OwnerId.Name FROM Account      | 42S22 | line 1:12: Account has no parent relationship 'OwnerId'; the relationship of field OwnerId is called 'Owner'
                    SELECT Id, (SELECT Id FROM Contact) FROM Account | 42S02 | line 1:28: Account has no child relationship 'Contact'; did you mean 'Contacts'?
                    SELECT Id FROM Acount                     | 42S02 | line 1:16: The org has no object 'Acount' that this user may see
                    SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Nothing) | 42S02 | line 1:52: The org has no object 'Nothing' that this user may see
                    """)
    void an_unknown_name_is_refused_with_its_place(String soql, String state, String message) {
        SQLException refused = assertThrows(SQLSyntaxErrorException.class, () -> bind(soql));
        assertEquals(state, refused.getSQLState());
        assertEquals(message, refused.getMessage());
    }

    @Test
    void each_parameter_knows_the_field_it_is_compared_with() throws Exception {
        List<ParameterTarget> targets = bind("SELECT Id, (SELECT Id FROM Contacts WHERE Email = ?) FROM Account"
                        + " WHERE Since__c > ? AND Name LIKE ? AND Owner.IsActive = ? AND Industry IN (?, ?)"
                        + " AND Tags__c INCLUDES (?) AND Id IN (SELECT AccountId FROM Contact WHERE LastName = ?)"
                        + " AND CreatedDate = LAST_N_DAYS:? LIMIT ? OFFSET ?")
                .parameters();
        assertEquals(
                List.of(
                        "EMAIL SINGLE",
                        "DATE SINGLE",
                        "STRING PATTERN",
                        "BOOLEAN SINGLE",
                        "PICKLIST LIST",
                        "PICKLIST LIST",
                        "MULTIPICKLIST LIST",
                        "STRING SINGLE",
                        "INT SINGLE",
                        "INT SINGLE",
                        "INT SINGLE"),
                targets.stream()
                        .map(target -> target.column().type() + " " + target.place())
                        .toList());
    }

    @Test
    void a_child_subquery_is_bound_in_its_own_object() throws Exception {
        BoundColumn child =
                bind("SELECT (SELECT LastName, Account.Name FROM Contacts c WHERE c.Email != null) FROM Account")
                        .columns()
                        .get(0);
        assertEquals(SfType.CHILD_ROWS, child.column().type());
        assertEquals(
                "LastName:STRING<LastName Account.Name:STRING<Account.Name",
                shown(child.child().orElseThrow()));
        assertTrue(child.child().orElseThrow().parameters().isEmpty());
    }

    private BoundQuery bind(String soql) throws SQLException, SyntaxException {
        return Binder.bind(SoqlReader.read(soql), org, CallControl.unlimited());
    }
}
