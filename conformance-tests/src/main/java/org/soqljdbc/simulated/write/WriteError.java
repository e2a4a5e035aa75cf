package org.soqljdbc.simulated.write;

import java.util.List;
import java.util.Optional;

/**
 * Why Salesforce refused to write a record.
 *
 * @param code for instance {@code REQUIRED_FIELD_MISSING}
 * @param fields the fields at fault; absent where recorded errors of that kind have no such member
 */
public record WriteError(String code, String message, Optional<List<String>> fields) {

    /** An error that names fields, maybe none. */
    public static WriteError of(String code, String message, String... fields) {
        return new WriteError(code, message, Optional.of(List.of(fields)));
    }

    /** An error without the member {@code fields}. */
    public static WriteError bare(String code, String message) {
        return new WriteError(code, message, Optional.empty());
    }
}
