package org.soqljdbc.error;

/**
 * What one of Salesforce's error codes means in SQL's terms.
 *
 * @param state the SQLState, which decides the exception's class
 * @param advice what the user can do, a sentence without a full stop; "" where the message itself says it
 */
record ErrorMeaning(SqlState state, String advice) {}
