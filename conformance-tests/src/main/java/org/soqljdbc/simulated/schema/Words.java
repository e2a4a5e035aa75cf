package org.soqljdbc.simulated.schema;

import java.util.List;
import java.util.Optional;

/** The words of one line of the schema's text, quotes already removed. */
record Words(List<String> words) {

    String at(int index) {
        return words.get(index);
    }

    boolean has(String flag) {
        return words.contains(flag);
    }

    /** What follows {@code name=}. */
    Optional<String> value(String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst();
    }

    /** What follows {@code name=}, divided at {@code |}. */
    List<String> list(String name) {
        return value(name).map(text -> List.of(text.split("\\|"))).orElse(List.of());
    }
}
