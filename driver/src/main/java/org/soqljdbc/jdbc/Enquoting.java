package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.jdbc.argument.Arguments;

/** Makes literals and names that may safely become part of a statement's text. */
interface Enquoting extends Statement {

    /** API names have letters, digits and underscores only (SOQL and SOSL Reference, "SOQL SELECT Syntax"). */
    Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");

    /** What JDBC allows inside a quoted name: 1 to 128 characters, no NUL and no quote (JDBC 4.3, enquoteIdentifier). */
    Pattern QUOTABLE = Pattern.compile("[^\\x00\"]{1,128}");

    /**
     * A SOQL string literal. A quote inside is escaped by a backslash, as is a backslash itself: SOQL does not know the
     * doubled quote that JDBC's own default writes, so that default would let a value end the literal.
     */
    @Override
    default String enquoteLiteral(String text) throws SQLException {
        return SoqlWriter.write(new StringLiteral(Arguments.given(text, "The text")));
    }

    /** The same: all text is Unicode, and SOQL has no other kind of literal. */
    @Override
    default String enquoteNCharLiteral(String text) throws SQLException {
        return enquoteLiteral(text);
    }

    @Override
    default boolean isSimpleIdentifier(String name) throws SQLException {
        return SIMPLE.matcher(Arguments.given(name, "The name")).matches();
    }

    /** @throws SQLException 22023 for a name that no quotes can hold */
    @Override
    default String enquoteIdentifier(String name, boolean alwaysQuote) throws SQLException {
        Arguments.given(name, "The name");
        if (isSimpleIdentifier(name) && !alwaysQuote) {
            return name;
        }
        boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        String bare = quoted ? name.substring(1, name.length() - 1) : name;
        if (!QUOTABLE.matcher(bare).matches()) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "A name has 1 to 128 characters and neither NUL nor a quotation mark");
        }
        return '"' + bare + '"';
    }
}
