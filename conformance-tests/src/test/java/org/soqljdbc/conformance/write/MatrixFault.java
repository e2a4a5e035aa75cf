package org.soqljdbc.conformance.write;

import java.util.Map;
import org.soqljdbc.simulated.fault.Fault;

/** The faults of the fault matrix, and what is to become of a write that meets them. */
enum MatrixFault {
    REFUSED("connection refused", Fate.REFUSED, false),
    RESET("reset before it was applied", Fate.UNKNOWN, false),
    LOST("reset after it was applied", Fate.UNKNOWN, true),
    GATEWAY("applied, then a gateway's 502", Fate.UNKNOWN, true),
    CUT("cut reply", Fate.UNKNOWN, true),
    EXPIRED("401", Fate.WRITTEN, false),
    LIMIT("403 limit used up", Fate.REFUSED, false),
    BUSY("429", Fate.WRITTEN, false),
    AWAY("503 with Retry-After", Fate.WRITTEN, false),
    AWAY_SILENT("503 without Retry-After", Fate.UNKNOWN, false),
    ERROR("500", Fate.UNKNOWN, false),
    LOCKED("UNABLE_TO_LOCK_ROW", Fate.WRITTEN, false),
    TIME_OUT("time-out", Fate.UNKNOWN, true),
    CANCEL("cancel", Fate.UNKNOWN, true);

    /** What the driver is to say. */
    enum Fate {
        /** All is written, since what failed was sent again or asked after. */
        WRITTEN,
        /** Something is not written, and nothing is unknown. */
        REFUSED,
        /** What the faulted call carried is unknown. */
        UNKNOWN
    }

    private final String title;
    private final Fate fate;
    final boolean applied;

    /** @param applied whether the org does what was asked, all the same */
    MatrixFault(String title, Fate fate, boolean applied) {
        this.title = title;
        this.fate = fate;
        this.applied = applied;
    }

    @Override
    public String toString() {
        return title;
    }

    /** Whether the request was refused before it began, so that it is sent again whatever it does. */
    boolean isRepeatable() {
        return fate == Fate.WRITTEN;
    }

    /** Whether a test can plan it as a fault of one call. */
    Fault fault() {
        return switch (this) {
            case RESET -> new Fault.Reset();
            case LOST -> new Fault.Lost();
            case GATEWAY -> new Fault.AppliedBut((Fault.Answer) Fault.html(502, "<h1>Bad Gateway</h1>"));
            case CUT -> new Fault.Cut(5);
            case EXPIRED -> Fault.sessionExpired();
            case LIMIT -> Fault.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case BUSY -> Fault.answer(429, Map.of("Retry-After", "0"), "[]");
            case AWAY -> Fault.tooBusy(503, 0);
            case AWAY_SILENT -> Fault.tooBusy(503);
            case ERROR -> Fault.unexpected();
            default -> throw new IllegalStateException(this + " is no fault of one call");
        };
    }

    Fate fateOf(MatrixWrite write, boolean idempotent) {
        if (write == MatrixWrite.BULK_JOB) {
            return switch (this) {
                // The request is the one that closes the job: the driver asks the job what became of it. Salesforce
                // itself
                // tries a locked row again within a job, so one that stays locked has failed.
                case REFUSED, LIMIT, LOCKED -> Fate.REFUSED;
                case TIME_OUT, CANCEL -> Fate.UNKNOWN;
                default -> Fate.WRITTEN;
            };
        }
        if (write == MatrixWrite.FILE && fate == Fate.WRITTEN) {
            // A stream can be read once.
            return Fate.REFUSED;
        }
        if (this == CUT && write.answersNothing()) {
            return Fate.WRITTEN;
        }
        // A reply that has begun is not asked for a second time; whose time is over asks for nothing more.
        boolean again = idempotent && write.isIdempotent() && this != CUT && this != TIME_OUT && this != CANCEL;
        return fate == Fate.UNKNOWN && again ? Fate.WRITTEN : fate;
    }
}
