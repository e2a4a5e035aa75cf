package org.soqljdbc.grammar.soql.rules;

/**
 * A rule of SOQL that a well-formed query breaks.
 *
 * @param errorCode Salesforce's: {@code MALFORMED_QUERY} or {@code INVALID_FIELD}
 * @param message Salesforce's words where they are on record, else plain words
 * @param node the part of the tree that breaks it, for {@link org.soqljdbc.grammar.soql.SoqlText#positionOf}
 */
public record RuleViolation(String errorCode, String message, Object node) {

    /** The code for a query whose shape is wrong. */
    public static final String MALFORMED_QUERY = "MALFORMED_QUERY";

    /** The code for a field that is wrong where it stands. */
    public static final String INVALID_FIELD = "INVALID_FIELD";
}
