package org.soqljdbc.fullsql;

/** A name of WITH that is in sight. */
record CommonTable(String name, State state) {

    /** What of the query that it is a name of was read. */
    enum State {
        /** Nothing that may name it. */
        BEGUN,
        /** The first part, so that the second may name it. */
        REPEATED,
        FINISHED
    }
}
