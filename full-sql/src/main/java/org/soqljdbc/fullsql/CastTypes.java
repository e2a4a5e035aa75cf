package org.soqljdbc.fullsql;

import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.SqlType;

/** The types of CAST, by the names that people and tools give them. */
final class CastTypes {

    private CastTypes() {}

    /** @throws Carried 0A000 for a type that is not here */
    static SqlDataTypeSpec of(SqlText text, Expression.Cast cast, SqlParserPos at) {
        SqlType type = cast.type();
        int precision = type.precision().orElse(-1);
        SqlTypeName name = switch (type.name()) {
            // Never CHAR, which would pad.
            case "VARCHAR",
                    "CHAR",
                    "CHARACTER",
                    "CHARACTER VARYING",
                    "CHAR VARYING",
                    "NCHAR",
                    "NVARCHAR",
                    "TEXT",
                    "STRING",
                    "LONGVARCHAR",
                    "CLOB",
                    "UUID" -> SqlTypeName.VARCHAR;
            case "INTEGER", "INT", "INT4", "MEDIUMINT", "SQL_INTEGER" -> SqlTypeName.INTEGER;
            case "SMALLINT", "INT2", "TINYINT" -> SqlTypeName.SMALLINT;
            case "BIGINT", "INT8", "SIGNED", "SIGNED INTEGER", "UNSIGNED", "LONG", "SQL_BIGINT" -> SqlTypeName.BIGINT;
            case "DECIMAL", "NUMERIC", "DEC", "NUMBER" -> SqlTypeName.DECIMAL;
            case "DOUBLE", "DOUBLE PRECISION", "FLOAT8", "FLOAT", "SQL_DOUBLE" -> SqlTypeName.DOUBLE;
            case "REAL", "FLOAT4" -> SqlTypeName.REAL;
            case "BOOLEAN", "BOOL", "BIT" -> SqlTypeName.BOOLEAN;
            case "DATE", "SQL_DATE" -> SqlTypeName.DATE;
            case "TIME", "TIME WITHOUT TIME ZONE" -> SqlTypeName.TIME;
            case "TIMESTAMP",
                    "DATETIME",
                    "TIMESTAMPTZ",
                    "TIMESTAMP WITHOUT TIME ZONE",
                    "TIMESTAMP WITH TIME ZONE",
                    "SQL_TIMESTAMP" -> SqlTypeName.TIMESTAMP;
            default ->
                throw Carried.at(
                        text, cast, SqlState.FEATURE_NOT_SUPPORTED, "CAST to " + type.name() + " is not supported");
        };
        boolean sized = name == SqlTypeName.VARCHAR || name == SqlTypeName.DECIMAL;
        int scale = name == SqlTypeName.DECIMAL ? type.scale().orElse(-1) : -1;
        return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(name, sized ? precision : -1, scale, at), at);
    }
}
