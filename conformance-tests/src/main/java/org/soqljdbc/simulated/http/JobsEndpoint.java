package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.bulk.BulkRefusal;
import org.soqljdbc.simulated.bulk.IngestJob;
import org.soqljdbc.simulated.bulk.Job;
import org.soqljdbc.simulated.bulk.Jobs;
import org.soqljdbc.simulated.soql.Refusal;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code /jobs/ingest}, and hands {@code /jobs/query} on. */
final class JobsEndpoint {

    private static final String CSV = "text/csv";
    /** Bulk API 2.0, "Create a Multipart Job": characters of the content. */
    private static final int MOST_MULTIPART = 100_000;

    private static final int INGEST_SINCE = 41;
    private static final int QUERY_SINCE = 47;

    private final Jobs jobs;
    private final QueryJobsEndpoint queries;
    private final Multipart multipart = new Multipart();

    JobsEndpoint(Jobs jobs) {
        this.jobs = jobs;
        this.queries = new QueryJobsEndpoint(jobs);
    }

    /** @param rest what follows {@code jobs} in the path */
    Reply answer(Request request, String version, List<String> rest) {
        int number = WriteReplies.number(version);
        String family = rest.isEmpty() ? "" : rest.get(0);
        List<String> inner = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        try {
            if (family.equals("ingest") && number >= INGEST_SINCE) {
                return ingest(request, number, inner);
            }
            if (family.equals("query") && number >= QUERY_SINCE) {
                return queries.answer(request, number, inner);
            }
            return Reply.notFound();
        } catch (BulkRefusal refusal) {
            return coded(refusal.errorCode(), refusal.getMessage());
        } catch (Refusal refusal) {
            return coded(refusal.errorCode(), refusal.getMessage());
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    /** The code comes first, as recorded. */
    private static Reply coded(String code, String message) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("errorCode", code).put("message", message);
        return Reply.json(400, body);
    }

    private Reply ingest(Request request, int version, List<String> path) {
        if (path.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> list(jobs.all(true));
                case "POST" -> create(request, version);
                default -> Reply.methodNotAllowed(request.method(), "GET,POST");
            };
        }
        Optional<IngestJob> job = jobs.ingest(path.get(0));
        if (job.isEmpty() || path.size() > 2) {
            return Reply.notFound();
        }
        return path.size() == 1 ? one(request, job.get()) : part(request, job.get(), path.get(1));
    }

    private Reply create(Request request, int version) {
        if (!multipart.isUsed(request)) {
            return Reply.json(
                    200,
                    jobs.openIngest(WriteReplies.body(request.body()), version).created());
        }
        List<Multipart.Part> parts = multipart.parts(request);
        boolean fits = parts.size() == 2
                && parts.get(0).name().equals("job")
                && parts.get(1).name().equals("content")
                && new String(parts.get(1).body(), StandardCharsets.UTF_8).length() <= MOST_MULTIPART;
        if (!fits) {
            throw new BulkRefusal(
                    "CLIENTINPUTERROR",
                    "A multipart job has a part job and a part content of 100,000 characters at most");
        }
        IngestJob job = jobs.openIngest(WriteReplies.body(parts.get(0).body()), version);
        job.upload(parts.get(1).body());
        job.close();
        return Reply.json(200, job.created());
    }

    private Reply one(Request request, IngestJob job) {
        switch (request.method()) {
            case "GET" -> {
                return Reply.json(200, job.poll());
            }
            case "DELETE" -> {
                jobs.delete(job);
                return Reply.empty(204);
            }
            case "PATCH" -> {
                return Reply.json(200, changed(WriteReplies.body(request.body()), job));
            }
            default -> {
                return Reply.methodNotAllowed(request.method(), "GET,PATCH,DELETE");
            }
        }
    }

    private static ObjectNode changed(JsonNode asked, IngestJob job) {
        return switch (asked.path("state").asText()) {
            case "UploadComplete" -> job.close();
            case "Aborted" -> job.abort();
            default -> throw new BulkRefusal("CLIENTINPUTERROR", "state is UploadComplete or Aborted");
        };
    }

    private static Reply part(Request request, IngestJob job, String resource) {
        boolean upload = resource.equals("batches");
        if (!request.method().equals(upload ? "PUT" : "GET")) {
            return Reply.methodNotAllowed(request.method(), upload ? "PUT" : "GET");
        }
        if (upload) {
            boolean csv = request.header("Content-Type")
                    .filter(type -> type.startsWith(CSV))
                    .isPresent();
            if (!csv) {
                throw new BulkRefusal("CLIENTINPUTERROR", "Content-Type of an upload is text/csv");
            }
            job.upload(request.body());
            return Reply.empty(201);
        }
        return switch (resource) {
            case "successfulResults" -> csv(job.successfulResults());
            case "failedResults" -> csv(job.failedResults());
            case "unprocessedrecords" -> csv(job.unprocessedRecords());
            default -> Reply.notFound();
        };
    }

    static Reply csv(String text) {
        return new Reply(200, CSV, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply list(List<? extends Job> jobs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("done", true);
        ArrayNode records = body.putArray("records");
        jobs.forEach(job -> records.add(job.json()));
        body.putNull("nextRecordsUrl");
        return Reply.json(200, body);
    }
}
