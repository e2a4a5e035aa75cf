package org.soqljdbc.jdbc.base;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** {@code unwrap} and {@code isWrapperFor}, the same for every face: each wraps nothing but itself. */
public interface PlainWrapper extends Wrapper {

    @Override
    default boolean isWrapperFor(Class<?> type) throws SQLException {
        return type != null && type.isInstance(this);
    }

    /** @throws SQLException 22023 if this object is no {@code type} */
    @Override
    default <T> T unwrap(Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        throw SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                getClass().getSimpleName() + " does not wrap " + (type == null ? "null" : type.getName()));
    }
}
