/*
 * SQL as clients write it (ISO/IEC 9075-2, and the spellings of other databases that tools send), with SOQL's own words
 * and JDBC's escapes. Nearly every decision needs one token: SqlWords has told names from words, and parentheses around
 * queries from the others, before.
 */
parser grammar SqlParser;

options {
    tokenVocab = SqlLexer;
}

statement
    : EXPLAIN? command SEMICOLON? EOF
    ;

command
    : query
    | insert
    | upsert
    | update
    | delete
    | merge
    | setSession
    | call
    ;

// Queries

query
    : withClause? queryBody orderBy? rowLimit*
    ;

withClause
    : WITH RECURSIVE? commonTable (COMMA commonTable)*
    ;

commonTable
    : name columnNames? AS QUERY_LPAREN query RPAREN
    ;

columnNames
    : LPAREN name (COMMA name)* RPAREN
    ;

queryBody
    : intersection unionTail*
    ;

unionTail
    : operator = (UNION | EXCEPT | MINUS) (ALL | DISTINCT)? intersection
    ;

intersection
    : queryPrimary intersectTail*
    ;

intersectTail
    : INTERSECT (ALL | DISTINCT)? queryPrimary
    ;

queryPrimary
    : select
    | values
    | QUERY_LPAREN query RPAREN
    ;

values
    : VALUES valuesRow (COMMA valuesRow)*
    ;

valuesRow
    : ROW? LPAREN valuesItem (COMMA valuesItem)* RPAREN
    | QUERY_LPAREN query RPAREN
    ;

valuesItem
    : DEFAULT
    | listItem
    ;

select
    : SELECT (DISTINCT | ALL)? top? selectItem (COMMA selectItem)*
      (FROM tableReference (COMMA tableReference)*)?
      (WHERE where = expression)?
      groupBy?
      (HAVING having = expression)?
      (WINDOW namedWindow (COMMA namedWindow)*)?
    ;

top
    : TOP (count | LPAREN count RPAREN)
    ;

selectItem
    : STAR
    | typeOf
    | expression (AS (name | STRING) | name)?
    ;

typeOf
    : TYPEOF column typeOfBranch+ (ELSE column (COMMA column)*)? END
    ;

typeOfBranch
    : WHEN name THEN column (COMMA column)*
    ;

groupBy
    : GROUP BY ALL? groupingElement (COMMA groupingElement)*
    ;

groupingElement
    : kind = (ROLLUP | CUBE) LPAREN expression (COMMA expression)* RPAREN
    | GROUPING SETS LPAREN groupingElement (COMMA groupingElement)* RPAREN
    | LPAREN RPAREN
    | expression
    ;

namedWindow
    : name AS window
    ;

window
    : LPAREN name? (PARTITION BY expression (COMMA expression)*)? orderBy? frame? RPAREN
    ;

frame
    : unit = (ROWS | RANGE) (frameBound | BETWEEN frameBound AND frameBound)
    ;

frameBound
    : UNBOUNDED (PRECEDING | FOLLOWING)
    | CURRENT ROW
    | operation (PRECEDING | FOLLOWING)
    ;

orderBy
    : ORDER BY orderItem (COMMA orderItem)*
    ;

orderItem
    : expression (ASC | DESC)? (NULLS (FIRST | LAST))?
    ;

rowLimit
    : LIMIT (ALL | count (COMMA count)?)
    | OFFSET count (ROW | ROWS)?
    | FETCH (FIRST | NEXT) count? (ROW | ROWS) ONLY
    | LIMIT_BRACE count (OFFSET count)? RBRACE
    ;

count
    : NUMBER
    | QUESTION
    ;

// Tables

tableReference
    : tablePrimary joinTail*
    ;

joinTail
    : CROSS JOIN tablePrimary
    | NATURAL joinKind? JOIN tablePrimary
    | joinKind? JOIN tablePrimary (ON expression | USING columnNames)
    ;

joinKind
    : INNER
    | (LEFT | RIGHT | FULL) OUTER?
    ;

tablePrimary
    : tableName (tableAlias columnNames?)?
    | LATERAL? QUERY_LPAREN query RPAREN (tableAlias columnNames?)?
    | LPAREN tableReference RPAREN
    | OJ_BRACE tableReference RBRACE
    ;

tableName
    : (name | CASE) (DOT name)*
    ;

tableAlias
    : AS? name
    ;

// Writes

insert
    : INSERT INTO tableName columns? (query | DEFAULT VALUES) returning?
    ;

upsert
    : UPSERT INTO tableName columns query (ON column)? returning?
    ;

update
    : UPDATE tableName tableAlias? SET assignment (COMMA assignment)*
      (FROM tableReference (COMMA tableReference)*)?
      (WHERE expression)? returning?
    ;

delete
    : DELETE FROM tableName tableAlias? (WHERE expression)? returning?
    ;

merge
    : MERGE INTO tableName tableAlias? USING tablePrimary ON expression mergeBranch+ returning?
    ;

mergeBranch
    : WHEN NOT? MATCHED (AND expression)? THEN
      ( UPDATE SET assignment (COMMA assignment)*
      | DELETE
      | INSERT columns? VALUES valuesRow
      )
    ;

columns
    : LPAREN column (COMMA column)* RPAREN
    ;

assignment
    : column EQUAL (DEFAULT | expression)
    | columns EQUAL expression
    ;

returning
    : RETURNING selectItem (COMMA selectItem)*
    ;

setSession
    : SET SESSION column (EQUAL | TO) (DEFAULT | expression)
    ;

call
    : CALL procedure
    | CALL_BRACE procedure RBRACE
    | LBRACE QUESTION EQUAL CALL procedure RBRACE
    ;

procedure
    : tableName (LPAREN (expression (COMMA expression)*)? RPAREN)?
    ;

// Expressions. Chains are flat and the rules few, so that parentheses, CASE and functions deepen the stack but little;
// which operator binds tighter is decided where the tree is built.

expression
    : negation ((AND | OR) negation)*
    ;

negation
    : NOT* predicate
    ;

predicate
    : operation
      ( comparison (operation | quantifier = (ANY | SOME | ALL) QUERY_LPAREN query RPAREN)
      | NOT? BETWEEN (SYMMETRIC | ASYMMETRIC)? operation AND operation
      | NOT? IN (QUERY_LPAREN query RPAREN | list | QUESTION)
      | NOT? (LIKE | ILIKE) operation (ESCAPE operation | ESCAPE_BRACE STRING RBRACE)?
      | (INCLUDES | EXCLUDES) list
      )?
      truthTest*
    ;

truthTest
    : IS NOT? (NULL | TRUE | FALSE | UNKNOWN | DISTINCT FROM operation)
    ;

comparison
    : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
    ;

list
    : LPAREN listItem (COMMA listItem)* RPAREN
    ;

// The first two spare a long list the ladder of rules below; what follows them decides.
listItem
    : literal
    | QUESTION
    | expression
    ;

operation
    : signed ((CONCAT | PLUS | DASH | STAR | SLASH | PERCENT) signed)*
    ;

signed
    : (PLUS | DASH)* primary (DOUBLE_COLON type)*
    ;

primary
    : literal
    | QUESTION
    | caseExpression
    | CAST LPAREN expression AS type RPAREN
    | EXTRACT LPAREN name FROM expression RPAREN
    | SUBSTRING LPAREN expression (FROM expression (FOR expression)? | FOR expression | (COMMA expression)*) RPAREN
    | TRIM LPAREN trimmed RPAREN
    | POSITION LPAREN (operation IN expression | expression (COMMA expression)*) RPAREN
    | OVERLAY LPAREN expression (PLACING expression FROM expression (FOR expression)? | (COMMA expression)*) RPAREN
    | currentValue
    | EXISTS QUERY_LPAREN query RPAREN
    | QUERY_LPAREN query RPAREN
    | ROW? LPAREN expression (COMMA expression)* RPAREN
    | functionCall
    | FN_BRACE primary RBRACE
    | columnOrConstant
    ;

caseExpression
    : CASE operand = expression? caseBranch+ (ELSE otherwise = expression)? END
    ;

caseBranch
    : WHEN expression THEN expression
    ;

trimmed
    : side = (BOTH | LEADING | TRAILING) characters = expression? FROM source = expression
    | first = expression (FROM source = expression | (COMMA expression)*)
    ;

currentValue
    : (CURRENT_DATE | CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) (LPAREN NUMBER? RPAREN)?
    ;

functionCall
    : functionName LPAREN (DISTINCT | ALL)? (STAR | listItem (COMMA listItem)*)? orderBy? RPAREN
      (WITHIN GROUP LPAREN orderBy RPAREN)?
      ((IGNORE | RESPECT) NULLS)?
      (FILTER LPAREN WHERE expression RPAREN)?
      (OVER (name | window))?
    ;

// A path, and SOQL's date literal with its count: LAST_N_DAYS:30.
columnOrConstant
    : name (COLON count | (DOT name)* (DOT STAR)?)
    ;

column
    : name (DOT name)*
    ;

literal
    : NUMBER
    | STRING
    | NATIONAL_STRING
    | BINARY_STRING
    | TRUE
    | FALSE
    | NULL
    | BARE_DATE
    | BARE_DATE_TIME
    | BARE_TIME
    | (DATE | TIME | TIMESTAMP) STRING
    | (D_BRACE | T_BRACE | TS_BRACE) STRING RBRACE
    | INTERVAL (STRING | NUMBER) name (TO name)?
    ;

type
    : name (PRECISION | VARYING)? (LPAREN NUMBER (COMMA NUMBER)? RPAREN)? ((WITH | WITHOUT) TIME ZONE)?
    ;

// Names

name
    : IDENTIFIER
    | QUOTED
    | WORD_AS_NAME
    | wordAndName
    ;

functionName
    : IDENTIFIER
    | WORD_AS_NAME
    | FIRST | LAST | NEXT | RANGE | ROWS | SESSION | SETS | TO | ZONE
    ;

wordAndName
    : BY | CURRENT | FIRST | FOLLOWING | LAST | MATCHED | NEXT | NULLS | ONLY | PRECEDING | RANGE | RECURSIVE | ROW
    | ROWS | SESSION | SETS | TO | UNKNOWN | ZONE
    ;
