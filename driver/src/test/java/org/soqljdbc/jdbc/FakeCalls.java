package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.procedure.CallStatements;
import org.soqljdbc.exec.procedure.OrgCalls;
import org.soqljdbc.exec.procedure.PreparedCall;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.http.CallControl;

/** The calls of procedures, answered from memory and remembered. */
final class FakeCalls implements OrgCalls {

    /** {@code deleted Account 2024-.. 2024-..}, {@code rest GET /limits null}, {@code wrote} and so on. */
    final List<String> asked = new ArrayList<>();

    SQLException failure;

    PreparedCall prepare(String text) throws SQLException {
        try {
            SqlText read = SqlReader.read(text);
            return new CallStatements(this, ZoneId.of("UTC")).prepare(read, (SqlStatement.Call) read.statement());
        } catch (SyntaxException refused) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, refused.getMessage(), refused);
        }
    }

    private void ask(String call) throws SQLException {
        asked.add(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public DeletedRecords deleted(String object, Instant start, Instant end, CallControl control) throws SQLException {
        ask("deleted " + object + " " + start + " " + end);
        return new DeletedRecords(
                List.of(new Deleted("a00D0000008pQRAIA2", "2013-05-07T22:07:19.000+0000")),
                "2013-05-03T15:57:00.000+0000",
                "2013-05-08T21:20:00.000+0000");
    }

    @Override
    public UpdatedRecords updated(String object, Instant start, Instant end, CallControl control) throws SQLException {
        ask("updated " + object + " " + start + " " + end);
        return new UpdatedRecords(List.of("003q000000KvQ1tAAF", "003q000000KvQ2DAAV"), "2015-08-19T08:17:00.000+0000");
    }

    @Override
    public void deleteEventSeries(String eventId, CallControl control) throws SQLException {
        ask("deleteEventSeries " + eventId);
    }

    @Override
    public Reply rest(String method, String path, Optional<String> body, CallControl control) throws SQLException {
        ask("rest " + method + " " + path + " " + body.orElse(null));
        return method.equals("DELETE")
                ? new Reply(204, Optional.empty(), Optional.empty())
                : new Reply(200, Optional.of("application/json"), Optional.of("{\"a\":1}"));
    }

    @Override
    public void wrote() {
        asked.add("wrote");
    }
}
