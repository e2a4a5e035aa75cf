package org.soqljdbc.jdbc.value;

import java.sql.Array;
import java.sql.Blob;
import java.sql.NClob;
import org.soqljdbc.metadata.ResultSetOpener;
import org.soqljdbc.types.BlobSource;

/** The door of this package: makes each value. */
public final class Values {

    private Values() {}

    /**
     * @param typeName a plain SQL name such as VARCHAR; another is kept and means Types.OTHER
     * @param elements not copied
     * @param results opens the array's rows when they are asked for as a result set
     */
    public static Array array(String typeName, Object[] elements, ResultSetOpener results) {
        return new ArrayFace(typeName, elements, results);
    }

    /** Bytes in memory. @param content not copied */
    public static Blob blob(byte[] content) {
        return new MemoryBlob(content);
    }

    /** A base64 field's value, fetched when it is read. @param path the URL path that is the field's value */
    public static Blob blob(BlobSource source, String path) {
        return new FieldBlob(source, path);
    }

    /** Text in memory. */
    public static NClob clob(String content) {
        return new MemoryClob(content);
    }
}
