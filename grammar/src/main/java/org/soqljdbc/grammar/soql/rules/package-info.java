/**
 * What a well-formed SOQL query may still not say.
 *
 * <p>{@link org.soqljdbc.grammar.soql.rules.SoqlRules} is the only door. Imports the tree and nothing else; knows no org.
 */
package org.soqljdbc.grammar.soql.rules;
