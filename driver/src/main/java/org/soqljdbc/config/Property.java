package org.soqljdbc.config;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * One connection property: how it is spelled, what it means, and how its text becomes a value.
 *
 * @param key lowerCamelCase
 * @param aliases other spellings, as users know them from other drivers
 * @param defaultText what holds when it is not given
 * @param secret whether its value must never be shown
 * @param choices the only values it takes; none if it takes others
 * @param about what it does and in which unit, without a full stop
 * @param parse text to value; throws IllegalArgumentException, or another RuntimeException, for what it cannot be
 */
public record Property<T>(
        String key,
        List<String> aliases,
        Optional<String> defaultText,
        boolean secret,
        List<String> choices,
        String about,
        Function<String, T> parse) {

    static <T> Property<T> of(String key, Function<String, T> parse, String about) {
        return new Property<>(key, List.of(), Optional.empty(), false, List.of(), about, parse);
    }

    static Property<String> text(String key, String about) {
        return of(key, Function.identity(), about);
    }

    Property<T> orElse(String text) {
        return new Property<>(key, aliases, Optional.of(text), secret, choices, about, parse);
    }

    Property<T> asSecret() {
        return new Property<>(key, aliases, defaultText, true, choices, about, parse);
    }

    Property<T> alias(String... others) {
        return new Property<>(key, List.of(others), defaultText, secret, choices, about, parse);
    }

    Property<T> choices(String... only) {
        return new Property<>(key, aliases, defaultText, secret, List.of(only), about, parse);
    }

    /**
     * The value given, else the default, else nothing.
     *
     * @param given by {@link #key()}
     * @throws SQLException 08001 if the text is no value of this property
     */
    Optional<T> read(Map<String, String> given) throws SQLException {
        Optional<String> text = Optional.ofNullable(given.get(key)).or(() -> defaultText);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(valueOf(text.get(), SqlState.CANNOT_CONNECT));
    }

    /**
     * The value of a text.
     *
     * @param refusal the state of the exception for a text that is no value of this property
     */
    public T valueOf(String text, SqlState refusal) throws SQLException {
        try {
            return parse.apply(text);
        } catch (RuntimeException cause) {
            // Without the cause where the value is a secret: the cause's message quotes it.
            String shown = secret ? "the value given (hidden)" : "'" + text + "'";
            String expected = choices.isEmpty() ? about : "one of " + String.join(", ", choices);
            throw SqlErrors.of(
                    refusal,
                    "Property " + key + " cannot be " + shown + "; expected: " + expected,
                    secret ? null : cause);
        }
    }
}
