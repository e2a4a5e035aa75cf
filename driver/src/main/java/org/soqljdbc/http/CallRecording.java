package org.soqljdbc.http;

/**
 * Tells JDK Flight Recorder of calls, where it is there: a small Java runtime may lack the module {@code jdk.jfr}, and
 * then {@link ApiCallEvent} is never loaded.
 */
interface CallRecording {

    boolean IS_THERE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    static CallRecording begin() {
        return IS_THERE ? ApiCallEvent.started() : (method, path, status, failure, rows, usage) -> {};
    }

    /** @param status 0 if there was no answer. @param rows -1 where rows were not counted */
    void end(String method, String path, int status, String failure, long rows, String usage);
}
