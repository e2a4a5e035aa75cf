package org.soqljdbc.http;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One request to Salesforce, for JDK Flight Recorder. Off unless a recording asks for it; never holds values or secrets. */
@Name("org.soqljdbc.ApiCall")
@Label("Salesforce API Call")
@Category("soql-jdbc")
@Description("One request to Salesforce, from its sending until its answer was read")
@Enabled(false)
@StackTrace(false)
final class ApiCallEvent extends Event {

    @Label("Method")
    String method;

    @Label("Path Template")
    String path;

    @Label("Status")
    @Description("HTTP status, or 0 if there was no answer")
    int status;

    @Label("Failure")
    @Description("Why there was no answer, or empty")
    String failure;

    @Label("Rows")
    @Description("Rows that were read from the answer, or -1 where none are counted")
    long rows;

    @Label("Usage")
    @Description("Calls of this connection so far, and what the org said of its daily ones")
    String usage;

    static CallRecording started() {
        ApiCallEvent event = new ApiCallEvent();
        event.begin();
        return event::end;
    }

    private void end(String calledMethod, String template, int code, String cause, long count, String used) {
        end();
        if (shouldCommit()) {
            method = calledMethod;
            path = template;
            status = code;
            failure = cause;
            rows = count;
            usage = used;
            commit();
        }
    }
}
