package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.http.PumpedBody;

/** Rows of a job as CSV that were asked for and may be on their way. One thread opens and reads them. */
public final class BulkPage implements AutoCloseable {

    private final PumpedBody body;

    BulkPage(PumpedBody body) {
        this.body = body;
    }

    /**
     * Waits for the page to begin.
     *
     * @return before the header; a job without rows may have none. To be read to its end and closed with this
     * @throws SQLException as Salesforce refused; 08xxx; HYT00; 57014
     */
    public CsvReader open() throws SQLException {
        try {
            body.head();
            return new CsvReader(body.stream());
        } catch (SQLException cause) {
            close();
            throw cause;
        }
    }

    /**
     * What to ask for the next page with; empty after the last one. Waits for the page to begin.
     *
     * @throws SQLException as {@link #open}
     */
    public Optional<String> nextLocator() throws SQLException {
        // The end is the text "null"; proxies may strip the header, which ends it too.
        return body.head().header("Sforce-Locator").filter(text -> !text.isBlank() && !text.equals("null"));
    }

    /** Ends the call if it is not over. Harmless when already closed. */
    @Override
    public void close() {
        body.close();
    }
}
