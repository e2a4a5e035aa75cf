/*
 * The clauses of SOQL (SOQL and SOSL Reference, "SOQL SELECT Syntax"). Nearly every decision needs one token: what a
 * name means (a function, a date literal, a purpose of FOR) is decided where the tree is built.
 */
parser grammar SoqlParser;

options {
    tokenVocab = SoqlLexer;
}

statement
    : query SEMICOLON? EOF
    ;

query
    : SELECT selectItem (COMMA selectItem)*
      FROM fromItem (COMMA fromItem)*
      (USING SCOPE scope = anyWord)?
      (WHERE where = condition)?
      withClause*
      (GROUP BY groupItem += operand (COMMA groupItem += operand)*)?
      (HAVING having = condition)?
      (ORDER BY orderItem (COMMA orderItem)*)?
      (LIMIT limit = count)?
      (OFFSET offset = count)?
      forClause*
      (updateClause optionsClause? forClause* | optionsClause forClause*)?
      (ALL ROWS)?
    ;

selectItem
    : LEFT query RIGHT
    | typeOf
    | operand fieldAlias?
    ;

typeOf
    : TYPEOF path typeOfBranch+ (ELSE path (COMMA path)*)? END
    ;

typeOfBranch
    : WHEN name THEN path (COMMA path)*
    ;

fromItem
    : path (AS? fromAlias)?
    ;

condition
    : NOT term
    | term ((AND term)+ | (OR term)+)?
    ;

term
    : LEFT condition RIGHT
    | comparison
    ;

comparison
    : operand
      ( operator = (EQUAL | NOT_EQUAL | ANGLE_NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) value
      | LIKE text
      | NOT? IN (QUESTION | LEFT (query | value (COMMA value)*) RIGHT)
      | (INCLUDES | EXCLUDES) LEFT text (COMMA text)* RIGHT
      )
    ;

withClause
    : WITH
      ( DATA CATEGORY categoryFilter (AND categoryFilter)*
      | accessMode = (SECURITY_ENFORCED | USER_MODE | SYSTEM_MODE)
      | contextName = name LEFT option (COMMA option)* RIGHT
      | condition
      )
    ;

categoryFilter
    : group = name selector = (AT | ABOVE | BELOW | ABOVE_OR_BELOW)
      (categories += name | LEFT categories += name (COMMA categories += name)* RIGHT)
    ;

orderItem
    : operand (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

forClause
    : FOR name
    ;

updateClause
    : UPDATE name (COMMA name)*
    ;

optionsClause
    : SET OPTIONS LEFT option (COMMA option)* RIGHT
    ;

option
    : name EQUAL value
    ;

operand
    : name (LEFT (argument (COMMA argument)*)? RIGHT | (DOT anyWord)*)
    ;

argument
    : operand
    | STRING
    | NUMBER
    | QUESTION
    ;

path
    : name (DOT anyWord)*
    ;

value
    : STRING
    | NUMBER
    | CURRENCY_WORD
    | CURRENCY_DECIMAL
    | TRUE
    | FALSE
    | NULL
    | DATE
    | DATE_TIME
    | TIME
    | QUESTION
    | IDENTIFIER (COLON (NUMBER | QUESTION))?
    ;

text
    : STRING
    | QUESTION
    ;

count
    : NUMBER
    | QUESTION
    ;

// SOQL and SOSL Reference, "Alias Notation", lists the words that cannot be an alias.
fieldAlias
    : IDENTIFIER | CURRENCY_WORD | ORDER | BY | OFFSET | FOR | UPDATE | SET | OPTIONS | ALL | ROWS | SCOPE | DATA
    | CATEGORY | AT | ABOVE | BELOW | ABOVE_OR_BELOW | WHEN | THEN | ELSE | END
    ;

// Nor can a word that begins a clause be one here.
fromAlias
    : IDENTIFIER | CURRENCY_WORD | BY | OPTIONS | ROWS | SCOPE | DATA | CATEGORY | AT | ABOVE | BELOW
    | ABOVE_OR_BELOW | WHEN | THEN | ELSE | END
    ;

name
    : IDENTIFIER | CURRENCY_WORD | GROUP | ORDER | BY | LIMIT | OFFSET | FOR | UPDATE | SET | OPTIONS | ALL | ROWS
    | SCOPE | DATA | CATEGORY | AT | ABOVE | BELOW | ABOVE_OR_BELOW | FIRST | LAST | AS | WHEN | THEN | ELSE | END
    ;

// After a dot there is no doubt.
anyWord
    : name | SELECT | FROM | WHERE | AND | OR | NOT | IN | LIKE | INCLUDES | EXCLUDES | HAVING | USING | WITH | ASC
    | DESC | NULLS | NULL | TRUE | FALSE | TYPEOF | SECURITY_ENFORCED | USER_MODE | SYSTEM_MODE
    ;
