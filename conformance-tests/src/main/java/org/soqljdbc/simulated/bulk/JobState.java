package org.soqljdbc.simulated.bulk;

/** Bulk API 2.0, "Job States"; {@link #Open} is of ingest jobs only. */
public enum JobState {
    Open,
    UploadComplete,
    InProgress,
    JobComplete,
    Failed,
    Aborted;

    /** Whether the job will not change any more. */
    public boolean isFinal() {
        return this == JobComplete || this == Failed || this == Aborted;
    }

    /** As refusals call it: a job that is {@code Completed}. */
    String participle() {
        return this == JobComplete ? "Completed" : name();
    }
}
