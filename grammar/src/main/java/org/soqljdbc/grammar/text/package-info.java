/**
 * What is the same for each language: how a text becomes characters for a lexer, how a parser runs over its words, and where
 * and why a text is refused. Imports ANTLR's runtime only, whose types never leave this module; knows no language.
 */
package org.soqljdbc.grammar.text;
