package org.soqljdbc.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

/** The one JsonFactory, whose table of member names all parsers share. */
public final class Json {

    // A long text area holds 131,072 characters and a rich one 1 MB, but anyType and Metadata values have no bound
    // (Object Reference, "Field Types"); a reply's own size is not bounded either, since it streams.
    private static final int LONGEST_TEXT = 100_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxDocumentLength(-1)
                    .build())
            .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            // Without the reply's text in exceptions: it is the user's data.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /** Safe for use by many threads. Closing a {@link JsonParser} it makes closes the stream below. */
    public static JsonFactory factory() {
        return FACTORY;
    }
}
