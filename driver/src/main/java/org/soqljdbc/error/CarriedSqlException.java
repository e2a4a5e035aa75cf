package org.soqljdbc.error;

import java.io.IOException;
import java.sql.SQLException;

/** Carries a SQLException through code that may only throw IOException, such as a stream a tokenizer reads. */
public final class CarriedSqlException extends IOException {

    private static final long serialVersionUID = 1L;

    public CarriedSqlException(SQLException carried) {
        super(carried.getMessage(), carried);
    }

    public SQLException carried() {
        return (SQLException) getCause();
    }
}
