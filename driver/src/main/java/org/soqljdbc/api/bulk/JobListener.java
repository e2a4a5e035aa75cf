package org.soqljdbc.api.bulk;

/** Hears how a job goes on. Called by the thread that waits; must return soon. */
@FunctionalInterface
public interface JobListener {

    JobListener NOBODY = job -> {};

    /** After the job was created, and whenever its state was asked for. */
    void progress(BulkJob job);
}
