package org.soqljdbc.simulated.fault;

import java.util.Map;

/** Something that goes wrong with one call. */
public sealed interface Fault {

    /** Another answer instead of the org's own; the call has no effect. */
    record Answer(int status, String contentType, Map<String, String> headers, String body) implements Fault {}

    /** The connection is reset before any byte of the answer; the call has no effect. */
    record Reset() implements Fault {}

    /** The connection is closed before any byte of the answer; the call has no effect. */
    record NoAnswer() implements Fault {}

    /** The call has its effect, then the connection is reset before any byte of the answer. */
    record Lost() implements Fault {}

    /** The call has its effect, but another answer is given, as by a gateway that lost patience. */
    record AppliedBut(Answer answer) implements Fault {}

    /** The org's own answer, held back after the call had its effect. */
    record HeldReply(Hold hold) implements Fault {}

    /**
     * The org's own answer, whose body stops after some bytes while more were announced.
     *
     * @param bytes of the body as sent, compressed where it is
     */
    record Cut(int bytes) implements Fault {}

    /** The org's own answer, whose JSON ends too early although the transfer is whole. @param bytes before compression */
    record Malformed(int bytes) implements Fault {}

    /** The org's own answer, held back until a test releases it; until then the call has no effect. */
    record Held(Hold hold) implements Fault {}

    /** The org's own answer in pieces, the last one after some time: a body that keeps its reader waiting. */
    record Slow(int pieces, int milliseconds) implements Fault {}

    /** An answer with headers, for instance {@code Retry-After}. */
    static Fault answer(int status, Map<String, String> headers, String json) {
        return new Answer(status, "application/json;charset=UTF-8", headers, json);
    }

    /** Salesforce's usual error, an array of one object. Neither text may need escaping in JSON. */
    static Fault error(int status, String errorCode, String message) {
        return answer(status, Map.of(), "[{\"message\":\"" + message + "\",\"errorCode\":\"" + errorCode + "\"}]");
    }

    /** The session has expired: 401, the call has no effect. The session itself lives on. */
    static Fault sessionExpired() {
        return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }

    /** Refused before execution. @param status 429 or 503 */
    static Fault tooBusy(int status) {
        return error(status, status == 503 ? "SERVER_UNAVAILABLE" : "REQUEST_LIMIT_EXCEEDED", "Try again later");
    }

    /** Refused before execution, with {@code Retry-After}. @param status 429 or 503 */
    static Fault tooBusy(int status, int retryAfterSeconds) {
        Answer plain = (Answer) tooBusy(status);
        Map<String, String> headers = Map.of("Retry-After", Integer.toString(retryAfterSeconds));
        return new Answer(status, plain.contentType(), headers, plain.body());
    }

    /** Something went wrong inside: 500, the call has no effect. */
    static Fault unexpected() {
        return error(
                500,
                "UNKNOWN_EXCEPTION",
                "An unexpected error occurred. Please include this ErrorId if you contact support: 1-1 (1)");
    }

    /** A page such as edge servers send. */
    static Fault html(int status, String body) {
        return new Answer(status, "text/html;charset=utf-8", Map.of(), body);
    }
}
