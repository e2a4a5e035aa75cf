package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import org.soqljdbc.rows.RowStream;

/** Rows that nobody has asked for yet. */
@FunctionalInterface
public interface RowSource {

    /** Asks for the rows. */
    RowStream open() throws SQLException;
}
