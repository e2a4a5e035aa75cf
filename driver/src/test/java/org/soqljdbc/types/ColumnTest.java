package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.JDBCType;
import java.sql.ResultSetMetaData;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnTest {

    @ParameterizedTest
    @CsvSource({
        "ID, 18, 0, 0, VARCHAR, java.lang.String, 18, 0, 18",
        "STRING, 255, 0, 0, VARCHAR, java.lang.String, 255, 0, 255",
        "TEXTAREA, 4000, 0, 0, VARCHAR, java.lang.String, 4000, 0, 4000",
        "TEXTAREA, 4001, 0, 0, LONGVARCHAR, java.lang.String, 4001, 0, 4001",
        "MULTIPICKLIST, 4099, 0, 0, LONGVARCHAR, java.lang.String, 4099, 0, 4099",
        "ADDRESS, 0, 0, 0, VARCHAR, java.lang.String, 0, 0, 255",
        "BOOLEAN, 0, 0, 0, BOOLEAN, java.lang.Boolean, 1, 0, 5",
        "INT, 0, 8, 0, INTEGER, java.lang.Integer, 8, 0, 11",
        "INT, 0, 0, 0, INTEGER, java.lang.Integer, 10, 0, 11",
        "LONG, 0, 0, 0, BIGINT, java.lang.Long, 19, 0, 20",
        "CURRENCY, 0, 18, 2, DECIMAL, java.math.BigDecimal, 18, 2, 21",
        "PERCENT, 0, 3, 0, DECIMAL, java.math.BigDecimal, 3, 0, 4",
        "DOUBLE, 0, 18, -3, DECIMAL, java.math.BigDecimal, 18, 0, 19",
        "DOUBLE, 0, 0, 0, DECIMAL, java.math.BigDecimal, 0, 0, 40",
        "DATE, 0, 0, 0, DATE, java.sql.Date, 10, 0, 10",
        "TIME, 0, 0, 0, TIME, java.sql.Time, 12, 3, 12",
        "DATETIME, 0, 0, 0, TIMESTAMP, java.sql.Timestamp, 23, 3, 23",
        "BASE64, 0, 0, 0, BLOB, java.sql.Blob, 0, 0, 255",
        "CHILD_ROWS, 0, 0, 0, OTHER, java.lang.String, 0, 0, 255"
    })
    void a_column_knows_its_jdbc_facts(
            SfType type,
            int length,
            int precision,
            int scale,
            SqlType sqlType,
            String className,
            int jdbcPrecision,
            int jdbcScale,
            int displaySize) {
        Column column = Column.of("C", type, length, precision, scale);
        assertEquals(sqlType, column.sqlType());
        assertEquals(sqlType.name(), column.typeName());
        assertEquals(className, column.className());
        assertEquals(jdbcPrecision, column.jdbcPrecision());
        assertEquals(jdbcScale, column.jdbcScale());
        assertEquals(displaySize, column.displaySize());
        assertEquals(sqlType.isNumber(), column.isSigned());
    }

    @Test
    void metadata_columns_have_the_types_that_jdbc_lists() {
        assertEquals("VARCHAR", Column.text("T").typeName());
        assertEquals("INTEGER", Column.integer("T").typeName());
        assertEquals("BOOLEAN", Column.bool("T").typeName());
        Column small = Column.smallint("T");
        assertEquals("SMALLINT", small.typeName());
        assertEquals(5, small.jdbcPrecision());
        assertEquals(6, small.displaySize());
        assertEquals("java.lang.Integer", small.className());
    }

    @Test
    void a_count_is_never_null() {
        Column count = Column.count("expr0");
        assertEquals("BIGINT", count.typeName());
        assertEquals(ResultSetMetaData.columnNoNulls, count.nullability());
        assertEquals("n", count.withLabel("n").label());
        assertEquals("expr0", count.withLabel("n").name());
    }

    @ParameterizedTest
    @EnumSource(SqlType.class)
    void type_names_and_codes_pair_as_in_jdbc(SqlType type) {
        assertEquals(JDBCType.valueOf(type.name()).getVendorTypeNumber(), type.jdbcType());
        assertEquals(type, SqlType.ofCode(type.jdbcType()));
    }

    @Test
    void no_two_sql_types_share_a_code() {
        Set<Integer> codes = new HashSet<>();
        for (SqlType type : SqlType.values()) {
            assertTrue(codes.add(type.jdbcType()), type.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "currency, CURRENCY",
        "Currency, CURRENCY",
        "datacategorygroupreference, DATA_CATEGORY_GROUP_REFERENCE",
        "DataCategoryGroupReference, DATA_CATEGORY_GROUP_REFERENCE",
        "anyType, ANY_TYPE",
        "json, COMPLEX_VALUE",
        "something new, ANY_TYPE",
        "'', ANY_TYPE"
    })
    void describe_names_are_known_in_any_case(String name, SfType type) {
        assertEquals(type, SfType.ofDescribe(name));
    }

    @ParameterizedTest
    @EnumSource(SfType.class)
    void every_type_is_found_by_its_own_name(SfType type) {
        assertEquals(type == SfType.CHILD_ROWS ? SfType.ANY_TYPE : type, SfType.ofDescribe(type.describeName()));
        assertEquals(type == SfType.ID || type == SfType.REFERENCE, type.isCaseSensitive());
        assertFalse(type.isJson() && !type.isText());
    }
}
