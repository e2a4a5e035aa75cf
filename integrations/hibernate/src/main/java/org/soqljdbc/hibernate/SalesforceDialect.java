package org.soqljdbc.hibernate;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.NullOrdering;
import org.hibernate.dialect.identity.IdentityColumnSupport;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.SqlAppender;

/**
 * Hibernate's dialect for Salesforce, for Hibernate ORM 6.6 and 7.
 *
 * <p>The URL needs {@code dialect=sql}, so that what Hibernate writes means SQL also where SOQL would take it. The
 * dialect is found by the product's name; {@code hibernate.dialect} need not be set.
 *
 * <p>An Id is a String with {@code GenerationType.IDENTITY}. There are no sequences, no locks ({@code FOR UPDATE} is
 * refused by the driver, SQLState 42000) and no DDL: {@code hbm2ddl.auto} may be {@code validate} or {@code none}.
 */
public class SalesforceDialect extends Dialect {

    /** The most characters of a text field (Object Reference for the Salesforce Platform, "Field Types": textarea). */
    private static final int LONGEST_TEXT = 131_072;

    /** The dialect where no connection tells the version. */
    public SalesforceDialect() {
        super(DatabaseVersion.make(0));
    }

    /** The dialect for a product that was asked for its version. */
    public SalesforceDialect(DialectResolutionInfo info) {
        super(info);
    }

    /** {@code true} and {@code false}: a checkbox compared with 1 or 0 is no comparison that SOQL knows. */
    @Override
    public void appendBooleanValueString(SqlAppender appender, boolean value) {
        appender.appendSql(value);
    }

    @Override
    public String toBooleanValueString(boolean value) {
        return String.valueOf(value);
    }

    /** Salesforce gives a row its Id, and the driver tells it by {@code getGeneratedKeys}. */
    @Override
    public IdentityColumnSupport getIdentityColumnSupport() {
        return GivenIds.SUPPORT;
    }

    /** Nulls come first, up or down, unless the statement says otherwise. */
    @Override
    public NullOrdering getNullOrdering() {
        return NullOrdering.FIRST;
    }

    /** Salesforce keeps an empty text as null. */
    @Override
    public boolean isEmptyStringTreatedAsNull() {
        return true;
    }

    @Override
    public int getMaxVarcharLength() {
        return LONGEST_TEXT;
    }

    @Override
    public boolean canCreateSchema() {
        return false;
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return SalesforceTranslator.FACTORY;
    }
}
