package org.soqljdbc.grammar.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.soqljdbc.grammar.soql.DateConstant;

/** The names of SOQL's date literals. */
final class Periods {

    private static final Map<String, DateConstant.Period> BY_NAME = Arrays.stream(DateConstant.Period.values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private Periods() {}

    static Optional<DateConstant.Period> named(String word) {
        return Optional.ofNullable(BY_NAME.get(word.toUpperCase(Locale.ROOT)));
    }
}
