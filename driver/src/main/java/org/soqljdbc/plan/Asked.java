package org.soqljdbc.plan;

import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.grammar.soql.SoqlQuery;

/**
 * A query to be answered.
 *
 * @param text as the user wrote it, which is what travels unless something in the query changed
 * @param query with literals where it had parameters
 * @param bound what the text means
 * @param maxRows the most rows the caller wants, 0 for all
 * @param queryAll whether the connection asks to see deleted rows
 * @param caseless whether groups that differ only in the case of text are one, as SQL has it; SOQL leaves them as
 *     Salesforce answers
 */
public record Asked(String text, SoqlQuery query, BoundQuery bound, long maxRows, boolean queryAll, boolean caseless) {}
