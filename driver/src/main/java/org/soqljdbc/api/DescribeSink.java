package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;

/** Takes describes one after the other, in the order asked for. */
public interface DescribeSink {

    /** @param describe on the describe's START_OBJECT; to be read before returning, as far as wanted */
    void described(String name, JsonParser describe) throws IOException, SQLException;

    /** After {@link #described}. @param lastModified what to ask with as {@code If-Modified-Since} next time; may be "" */
    default void dated(String name, String lastModified) throws SQLException {}

    /** Nothing changed since the date given. */
    default void unchanged(String name) throws SQLException {}

    /** @param why 42S02 if there is no such object, or the user may not see it */
    void failed(String name, SQLException why) throws SQLException;
}
