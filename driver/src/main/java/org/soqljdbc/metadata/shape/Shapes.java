package org.soqljdbc.metadata.shape;

import static org.soqljdbc.metadata.shape.Shape.bigint;
import static org.soqljdbc.types.Column.bool;
import static org.soqljdbc.types.Column.integer;
import static org.soqljdbc.types.Column.smallint;
import static org.soqljdbc.types.Column.text;

/** The columns of every result set of DatabaseMetaData, as the JDBC 4.3 specification lists them. */
public final class Shapes {

    public static final Shape PROCEDURES = Shape.of(
            text("PROCEDURE_CAT"),
            text("PROCEDURE_SCHEM"),
            text("PROCEDURE_NAME"),
            text("RESERVED_1"),
            text("RESERVED_2"),
            text("RESERVED_3"),
            text("REMARKS"),
            smallint("PROCEDURE_TYPE"),
            text("SPECIFIC_NAME"));

    public static final Shape PROCEDURE_COLUMNS = Shape.of(
            text("PROCEDURE_CAT"),
            text("PROCEDURE_SCHEM"),
            text("PROCEDURE_NAME"),
            text("COLUMN_NAME"),
            smallint("COLUMN_TYPE"),
            integer("DATA_TYPE"),
            text("TYPE_NAME"),
            integer("PRECISION"),
            integer("LENGTH"),
            smallint("SCALE"),
            smallint("RADIX"),
            smallint("NULLABLE"),
            text("REMARKS"),
            text("COLUMN_DEF"),
            integer("SQL_DATA_TYPE"),
            integer("SQL_DATETIME_SUB"),
            integer("CHAR_OCTET_LENGTH"),
            integer("ORDINAL_POSITION"),
            text("IS_NULLABLE"),
            text("SPECIFIC_NAME"));

    public static final Shape TABLES = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("TABLE_TYPE"),
            text("REMARKS"),
            text("TYPE_CAT"),
            text("TYPE_SCHEM"),
            text("TYPE_NAME"),
            text("SELF_REFERENCING_COL_NAME"),
            text("REF_GENERATION"));

    public static final Shape SCHEMAS = Shape.of(text("TABLE_SCHEM"), text("TABLE_CATALOG"));

    public static final Shape CATALOGS = Shape.of(text("TABLE_CAT"));

    public static final Shape TABLE_TYPES = Shape.of(text("TABLE_TYPE"));

    public static final Shape COLUMNS = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("COLUMN_NAME"),
            integer("DATA_TYPE"),
            text("TYPE_NAME"),
            integer("COLUMN_SIZE"),
            integer("BUFFER_LENGTH"),
            integer("DECIMAL_DIGITS"),
            integer("NUM_PREC_RADIX"),
            integer("NULLABLE"),
            text("REMARKS"),
            text("COLUMN_DEF"),
            integer("SQL_DATA_TYPE"),
            integer("SQL_DATETIME_SUB"),
            integer("CHAR_OCTET_LENGTH"),
            integer("ORDINAL_POSITION"),
            text("IS_NULLABLE"),
            text("SCOPE_CATALOG"),
            text("SCOPE_SCHEMA"),
            text("SCOPE_TABLE"),
            smallint("SOURCE_DATA_TYPE"),
            text("IS_AUTOINCREMENT"),
            text("IS_GENERATEDCOLUMN"));

    public static final Shape COLUMN_PRIVILEGES = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("COLUMN_NAME"),
            text("GRANTOR"),
            text("GRANTEE"),
            text("PRIVILEGE"),
            text("IS_GRANTABLE"));

    public static final Shape TABLE_PRIVILEGES = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("GRANTOR"),
            text("GRANTEE"),
            text("PRIVILEGE"),
            text("IS_GRANTABLE"));

    public static final Shape BEST_ROW_IDENTIFIER = Shape.of(
            smallint("SCOPE"),
            text("COLUMN_NAME"),
            integer("DATA_TYPE"),
            text("TYPE_NAME"),
            integer("COLUMN_SIZE"),
            integer("BUFFER_LENGTH"),
            smallint("DECIMAL_DIGITS"),
            smallint("PSEUDO_COLUMN"));

    public static final Shape VERSION_COLUMNS = Shape.of(
            smallint("SCOPE"),
            text("COLUMN_NAME"),
            integer("DATA_TYPE"),
            text("TYPE_NAME"),
            integer("COLUMN_SIZE"),
            integer("BUFFER_LENGTH"),
            smallint("DECIMAL_DIGITS"),
            smallint("PSEUDO_COLUMN"));

    public static final Shape PRIMARY_KEYS = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("COLUMN_NAME"),
            smallint("KEY_SEQ"),
            text("PK_NAME"));

    public static final Shape FOREIGN_KEYS = Shape.of(
            text("PKTABLE_CAT"),
            text("PKTABLE_SCHEM"),
            text("PKTABLE_NAME"),
            text("PKCOLUMN_NAME"),
            text("FKTABLE_CAT"),
            text("FKTABLE_SCHEM"),
            text("FKTABLE_NAME"),
            text("FKCOLUMN_NAME"),
            smallint("KEY_SEQ"),
            smallint("UPDATE_RULE"),
            smallint("DELETE_RULE"),
            text("FK_NAME"),
            text("PK_NAME"),
            smallint("DEFERRABILITY"));

    public static final Shape TYPE_INFO = Shape.of(
            text("TYPE_NAME"),
            integer("DATA_TYPE"),
            integer("PRECISION"),
            text("LITERAL_PREFIX"),
            text("LITERAL_SUFFIX"),
            text("CREATE_PARAMS"),
            smallint("NULLABLE"),
            bool("CASE_SENSITIVE"),
            smallint("SEARCHABLE"),
            bool("UNSIGNED_ATTRIBUTE"),
            bool("FIXED_PREC_SCALE"),
            bool("AUTO_INCREMENT"),
            text("LOCAL_TYPE_NAME"),
            smallint("MINIMUM_SCALE"),
            smallint("MAXIMUM_SCALE"),
            integer("SQL_DATA_TYPE"),
            integer("SQL_DATETIME_SUB"),
            integer("NUM_PREC_RADIX"));

    public static final Shape INDEX_INFO = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            bool("NON_UNIQUE"),
            text("INDEX_QUALIFIER"),
            text("INDEX_NAME"),
            smallint("TYPE"),
            smallint("ORDINAL_POSITION"),
            text("COLUMN_NAME"),
            text("ASC_OR_DESC"),
            bigint("CARDINALITY"),
            bigint("PAGES"),
            text("FILTER_CONDITION"));

    public static final Shape UDTS = Shape.of(
            text("TYPE_CAT"),
            text("TYPE_SCHEM"),
            text("TYPE_NAME"),
            text("CLASS_NAME"),
            integer("DATA_TYPE"),
            text("REMARKS"),
            smallint("BASE_TYPE"));

    public static final Shape SUPER_TYPES = Shape.of(
            text("TYPE_CAT"),
            text("TYPE_SCHEM"),
            text("TYPE_NAME"),
            text("SUPERTYPE_CAT"),
            text("SUPERTYPE_SCHEM"),
            text("SUPERTYPE_NAME"));

    public static final Shape SUPER_TABLES =
            Shape.of(text("TABLE_CAT"), text("TABLE_SCHEM"), text("TABLE_NAME"), text("SUPERTABLE_NAME"));

    public static final Shape ATTRIBUTES = Shape.of(
            text("TYPE_CAT"),
            text("TYPE_SCHEM"),
            text("TYPE_NAME"),
            text("ATTR_NAME"),
            integer("DATA_TYPE"),
            text("ATTR_TYPE_NAME"),
            integer("ATTR_SIZE"),
            integer("DECIMAL_DIGITS"),
            integer("NUM_PREC_RADIX"),
            integer("NULLABLE"),
            text("REMARKS"),
            text("ATTR_DEF"),
            integer("SQL_DATA_TYPE"),
            integer("SQL_DATETIME_SUB"),
            integer("CHAR_OCTET_LENGTH"),
            integer("ORDINAL_POSITION"),
            text("IS_NULLABLE"),
            text("SCOPE_CATALOG"),
            text("SCOPE_SCHEMA"),
            text("SCOPE_TABLE"),
            smallint("SOURCE_DATA_TYPE"));

    public static final Shape FUNCTIONS = Shape.of(
            text("FUNCTION_CAT"),
            text("FUNCTION_SCHEM"),
            text("FUNCTION_NAME"),
            text("REMARKS"),
            smallint("FUNCTION_TYPE"),
            text("SPECIFIC_NAME"));

    public static final Shape FUNCTION_COLUMNS = Shape.of(
            text("FUNCTION_CAT"),
            text("FUNCTION_SCHEM"),
            text("FUNCTION_NAME"),
            text("COLUMN_NAME"),
            smallint("COLUMN_TYPE"),
            integer("DATA_TYPE"),
            text("TYPE_NAME"),
            integer("PRECISION"),
            integer("LENGTH"),
            smallint("SCALE"),
            smallint("RADIX"),
            smallint("NULLABLE"),
            text("REMARKS"),
            integer("CHAR_OCTET_LENGTH"),
            integer("ORDINAL_POSITION"),
            text("IS_NULLABLE"),
            text("SPECIFIC_NAME"));

    public static final Shape PSEUDO_COLUMNS = Shape.of(
            text("TABLE_CAT"),
            text("TABLE_SCHEM"),
            text("TABLE_NAME"),
            text("COLUMN_NAME"),
            integer("DATA_TYPE"),
            integer("COLUMN_SIZE"),
            integer("DECIMAL_DIGITS"),
            integer("NUM_PREC_RADIX"),
            text("COLUMN_USAGE"),
            text("REMARKS"),
            integer("CHAR_OCTET_LENGTH"),
            text("IS_NULLABLE"));

    public static final Shape CLIENT_INFO_PROPERTIES =
            Shape.of(text("NAME"), integer("MAX_LEN"), text("DEFAULT_VALUE"), text("DESCRIPTION"));

    private Shapes() {}
}
