package org.soqljdbc.hibernate;

import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;

/** Finds the dialect by the product's name; Hibernate loads it as a service. */
public final class SalesforceDialectResolver implements DialectResolver {

    private static final long serialVersionUID = 1L;

    /** For the service loader. */
    public SalesforceDialectResolver() {}

    /** @return null for any other product, as Hibernate wants it */
    @Override
    public Dialect resolveDialect(DialectResolutionInfo info) {
        return "Salesforce".equals(info.getDatabaseName()) ? new SalesforceDialect(info) : null;
    }
}
