package org.soqljdbc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionPropertiesTest {

    static Stream<Property<?>> all() {
        return ConnectionProperties.ALL.stream();
    }

    @Test
    void every_constant_is_in_the_list_in_order() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : ConnectionProperties.class.getDeclaredFields()) {
            if (field.getType() == Property.class) {
                constants.add(field.get(null));
            }
        }
        assertEquals(constants.size(), ConnectionProperties.ALL.size());
        for (int i = 0; i < constants.size(); i++) {
            assertTrue(ConnectionProperties.ALL.contains(constants.get(i)), constants.get(i)::toString);
        }
    }

    @Test
    void no_name_or_alias_is_used_twice_in_any_case() {
        Set<String> seen = new HashSet<>();
        for (Property<?> property : ConnectionProperties.ALL) {
            assertTrue(seen.add(property.key().toLowerCase(Locale.ROOT)), property.key());
            for (String alias : property.aliases()) {
                assertTrue(seen.add(alias.toLowerCase(Locale.ROOT)), alias);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_property_is_well_declared(Property<?> property) throws SQLException {
        assertTrue(property.key().matches("[a-z][a-zA-Z]*"), property.key());
        assertFalse(property.about().isBlank());
        assertFalse(property.about().endsWith("."), property.about());
        assertFalse(property.about().contains("|"), property.about());
        assertEquals(property.defaultText().isPresent(), property.read(Map.of()).isPresent());
        for (String choice : property.choices()) {
            assertTrue(property.read(Map.of(property.key(), choice)).isPresent());
        }
        assertSame(
                property,
                ConnectionProperties.named(property.key().toUpperCase(Locale.ROOT))
                        .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_name_that_sounds_secret_is_secret(Property<?> property) {
        boolean sounds = property.key().matches("(?i).*(password|secret|token)|privateKey");
        assertEquals(sounds, property.secret(), property.key());
    }

    @Test
    void the_table_for_documentation_has_a_row_for_each() {
        String table = ConnectionProperties.markdown();
        assertEquals(ConnectionProperties.ALL.size() + 2, table.lines().count());
        assertTrue(table.contains("| `fetchSize` (also `pageSize`) | 0 | "), table);
        assertTrue(
                table.lines()
                        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 4),
                table);
    }
}
