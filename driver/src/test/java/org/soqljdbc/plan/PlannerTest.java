package org.soqljdbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.catalog.SmallOrg;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;

class PlannerTest {

    /** Each line: the text, setMaxRows, what is sent, and after how many rows the driver stops by itself (0: never). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    select  Id   from Account /* all */ ;        | 0    | select  Id   from Account | 0
                    SELECT Id FROM Account                       | 10   | SELECT Id FROM Account LIMIT 10 | 0
                    SELECT Id FROM Account LIMIT 5               | 10   | SELECT Id FROM Account LIMIT 5 | 0
                    SELECT Id FROM Account LIMIT 50              | 10   | SELECT Id FROM Account LIMIT 10 | 0
                    SELECT Id FROM Account LIMIT 99999999999999999999 | 10 | SELECT Id FROM Account LIMIT 10 | 0
                    SELECT COUNT() FROM Account                  | 1    | SELECT COUNT() FROM Account | 1
                    SELECT COUNT(Id) FROM Account                | 1    | SELECT COUNT(Id) FROM Account | 1
                    SELECT Industry FROM Account GROUP BY Industry | 7  | SELECT Industry FROM Account GROUP BY Industry LIMIT 7 | 0
                    SELECT Industry FROM Account GROUP BY Industry | 2001 | SELECT Industry FROM Account GROUP BY Industry | 2001
                    SELECT Id FROM Account ALL ROWS              | 0    | SELECT Id FROM Account | 0
                    """)
    void what_is_sent_is_the_text_unless_something_must_change(String soql, long maxRows, String sent, long local)
            throws Exception {
        QueryPlan plan = plan(soql, maxRows);
        assertEquals(sent, plan.soql());
        assertEquals(local, plan.localLimit());
    }

    @Test
    void all_rows_asks_queryAll() throws Exception {
        assertTrue(plan("SELECT Id FROM Account ALL ROWS", 0).includeDeleted());
        assertFalse(plan("SELECT Id FROM Account", 0).includeDeleted());
    }

    @Test
    void a_page_is_not_asked_for_ahead_of_child_subqueries() throws Exception {
        assertTrue(plan("SELECT Id FROM Account", 0).prefetch());
        assertFalse(plan("SELECT Id, (SELECT Id FROM Contacts) FROM Account", 0).prefetch());
    }

    private static QueryPlan plan(String soql, long maxRows) throws SQLException, SyntaxException {
        SoqlText text = SoqlReader.read(soql);
        return Planner.plan(
                text.text(), text.query(), Binder.bind(text, new SmallOrg(), CallControl.unlimited()), maxRows, false);
    }
}
