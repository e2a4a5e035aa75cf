/**
 * How a text becomes characters for a lexer, how a parser runs over its words, and how messages quote them: the same for
 * each language. Imports ANTLR's runtime only, whose types never leave this module; knows no language.
 */
package org.soqljdbc.grammar.text;
