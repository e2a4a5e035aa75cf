package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.bulk.BulkRefusal;
import org.soqljdbc.simulated.bulk.JobState;
import org.soqljdbc.simulated.bulk.Jobs;
import org.soqljdbc.simulated.bulk.QueryJob;

/** Answers {@code /jobs/query}. */
final class QueryJobsEndpoint {

    private static final int PAGES_SINCE = 58;
    /** Bulk API 2.0, "Get Parallel Results": links in one reply. */
    private static final int PAGES_OF_REPLY = 5;

    private final Jobs jobs;

    QueryJobsEndpoint(Jobs jobs) {
        this.jobs = jobs;
    }

    Reply answer(Request request, int version, List<String> path) {
        if (path.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> JobsEndpoint.list(jobs.all(false));
                case "POST" ->
                    Reply.json(
                            200,
                            jobs.openQuery(WriteReplies.body(request.body()), version)
                                    .created());
                default -> Reply.methodNotAllowed(request.method(), "GET,POST");
            };
        }
        Optional<QueryJob> job = jobs.query(path.get(0));
        if (job.isEmpty() || path.size() > 2) {
            return Reply.notFound();
        }
        if (path.size() == 1) {
            return one(request, job.get());
        }
        if (!request.method().equals("GET")) {
            return Reply.methodNotAllowed(request.method(), "GET");
        }
        if (version != job.get().version()) {
            return Reply.error(
                    409,
                    "API_ERROR",
                    "The job was created by version " + job.get().version() + ".0");
        }
        return switch (path.get(1)) {
            case "results" -> results(request, job.get());
            case "resultPages" -> version < PAGES_SINCE ? Reply.notFound() : pages(request, job.get());
            default -> Reply.notFound();
        };
    }

    private Reply one(Request request, QueryJob job) {
        switch (request.method()) {
            case "GET" -> {
                return Reply.json(200, job.poll());
            }
            case "PATCH" -> {
                String state = WriteReplies.body(request.body()).path("state").asText();
                if (!state.equals(JobState.Aborted.name())) {
                    throw new BulkRefusal("CLIENTINPUTERROR", "state of a query job can only become Aborted");
                }
                return Reply.json(200, job.abort());
            }
            case "DELETE" -> {
                jobs.delete(job);
                return Reply.empty(204);
            }
            default -> {
                return Reply.methodNotAllowed(request.method(), "GET,PATCH,DELETE");
            }
        }
    }

    /** The last page says {@code null} where others say where the next one begins. */
    private Reply results(Request request, QueryJob job) {
        int most =
                request.parameter("maxRecords").map(QueryJobsEndpoint::number).orElse(rowsOfPage());
        QueryJob.ResultPage page = job.results(from(request), most);
        return JobsEndpoint.csv(page.csv())
                .with("Sforce-NumberOfRecords", Integer.toString(page.rows()))
                .with("Sforce-Locator", page.next() < job.size() ? locator(page.next()) : "null");
    }

    private Reply pages(Request request, QueryJob job) {
        job.results(0, 0);
        int from = from(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode links = body.putArray("resultPages");
        String base = "/services/data/v" + job.version() + ".0/jobs/query/" + job.id() + "/";
        for (int i = 0; i < PAGES_OF_REPLY && (from < job.size() || from == 0 && i == 0); i++) {
            links.addObject().put("resultUrl", base + "results?locator=" + locator(from));
            from += rowsOfPage();
        }
        boolean done = from >= job.size();
        body.put("nextRecordsUrl", done ? null : base + "resultPages?locator=" + locator(from));
        body.put("done", done);
        return Reply.json(200, body);
    }

    private int rowsOfPage() {
        return jobs.settings().rowsOfPage();
    }

    private static int from(Request request) {
        return request.parameter("locator").map(QueryJobsEndpoint::index).orElse(0);
    }

    private static String locator(int index) {
        byte[] text = Integer.toString(index).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int index(String locator) {
        try {
            return number(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException foreign) {
            throw new BulkRefusal("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new BulkRefusal("CLIENTINPUTERROR", "not a number of records: " + text);
        }
        return Integer.parseInt(text);
    }
}
