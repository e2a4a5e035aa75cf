package org.soqljdbc.simulated.soql;

import java.io.IOException;

/** The records of an answer. Any of them can be written, any number of times. */
public interface Records {

    /** How many records there are in all: the reply's totalSize. */
    int size();

    /** Whether records are delivered; {@code COUNT()} has a size only. */
    default boolean areDelivered() {
        return true;
    }

    /** Most records on one page; fewer than usual where records are wide. */
    default int largestPage() {
        return Integer.MAX_VALUE;
    }

    /**
     * Writes one record.
     *
     * @param index from 0
     * @return how many rows of child subqueries were written with it
     */
    int write(int index, Page page) throws IOException;
}
