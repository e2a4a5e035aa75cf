package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;

/**
 * A query that travels with a composite write.
 *
 * @param soql may name rows inserted before it as {@code '@{referenceId.id}'}
 * @param first whether it runs before the writes, as for rows that are then deleted, or after them
 * @param sink takes the page; never called if the query was refused
 */
public record ReadBack(String soql, boolean first, PageSink sink) {

    /** Takes the one page of the query's result. */
    @FunctionalInterface
    public interface PageSink {

        /**
         * @param page on the START_OBJECT of {@code {"totalSize":...,"done":...,"records":[...]}}; to be read before
         *     returning, as far as wanted. The writes have been answered by then, but not judged
         */
        void page(JsonParser page) throws IOException, SQLException;
    }
}
