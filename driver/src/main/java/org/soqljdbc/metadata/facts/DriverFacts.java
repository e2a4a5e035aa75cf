package org.soqljdbc.metadata.facts;

/**
 * Every answer of DatabaseMetaData that is the same for all orgs and connections.
 *
 * <p>Each answer is true of the driver as it is, not of what SQL databases usually say: clients choose what they
 * generate by it.
 */
public interface DriverFacts
        extends IdentifierFacts, LanguageFacts, LimitFacts, TransactionFacts, ResultSetFacts, ProductFacts {}
