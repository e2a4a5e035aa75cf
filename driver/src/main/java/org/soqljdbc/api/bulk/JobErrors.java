package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SalesforceFailure;

/** Reads the errors that Bulk API 2.0 writes as text. */
final class JobErrors {

    /** {@code REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --} (recorded). */
    private static final Pattern ROW =
            Pattern.compile("([A-Z][A-Z0-9_]+):(.*):([A-Za-z0-9_., ]*)--\\s*", Pattern.DOTALL);

    /** {@code InvalidBatch : Field name not found : X}. */
    private static final Pattern JOB = Pattern.compile("([A-Za-z][A-Za-z_]+) ?: ?(.*)", Pattern.DOTALL);

    private JobErrors() {}

    /** What {@code sf__Error} says of a row. */
    static List<SalesforceFailure> ofRow(String text) {
        Matcher row = ROW.matcher(text);
        if (!row.matches()) {
            return List.of(ofJob(text));
        }
        List<String> fields = new ArrayList<>();
        for (String field : row.group(3).split("[, ]+")) {
            if (!field.isEmpty()) {
                fields.add(field);
            }
        }
        return List.of(new SalesforceFailure(row.group(1), row.group(2).strip(), List.copyOf(fields)));
    }

    /** What {@code errorMessage} says of a job. */
    static SalesforceFailure ofJob(String text) {
        Matcher job = JOB.matcher(text);
        return job.matches()
                ? new SalesforceFailure(
                        job.group(1).toUpperCase(Locale.ROOT), job.group(2).strip(), List.of())
                : new SalesforceFailure("", text, List.of());
    }

    /** @param what names the job */
    static SQLException failed(String what, BulkJob job) {
        SalesforceFailure failure = ofJob(job.errorMessage().orElse("no reason was given"));
        return SalesforceErrors.ofRow(
                List.of(new SalesforceFailure(failure.code(), what + " failed: " + failure.message(), List.of())));
    }
}
