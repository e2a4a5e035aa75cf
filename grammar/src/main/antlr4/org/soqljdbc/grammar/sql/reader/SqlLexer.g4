/*
 * The words of SQL. Every character of every input belongs to some token, so this lexer cannot fail: what does not
 * belong in SQL becomes a token that the parser then meets and reports. Words that are also names are told apart by
 * their neighbours before parsing, in SqlWords. Block comments nest, so only their beginning is a token here.
 */
lexer grammar SqlLexer;

options {
    caseInsensitive = true;
}

tokens {
    // A word of SQL where it can only be a name: Order in FROM Order.
    WORD_AS_NAME,
    // A parenthesis around a query.
    QUERY_LPAREN
}

// Words that are names only beside a dot, after AS, or in quotes.
SELECT: 'select';
FROM: 'from';
WHERE: 'where';
AND: 'and';
OR: 'or';
NOT: 'not';
IN: 'in';
LIKE: 'like';
ILIKE: 'ilike';
BETWEEN: 'between';
IS: 'is';
NULL: 'null';
TRUE: 'true';
FALSE: 'false';
WHEN: 'when';
THEN: 'then';
ELSE: 'else';
END: 'end';
HAVING: 'having';
UNION: 'union';
INTERSECT: 'intersect';
EXCEPT: 'except';
JOIN: 'join';
INNER: 'inner';
FULL: 'full';
OUTER: 'outer';
CROSS: 'cross';
NATURAL: 'natural';
ON: 'on';
USING: 'using';
AS: 'as';
ASC: 'asc';
DESC: 'desc';
DISTINCT: 'distinct';
ALL: 'all';
WITH: 'with';
SET: 'set';
INTO: 'into';
RETURNING: 'returning';
INCLUDES: 'includes';
EXCLUDES: 'excludes';
ESCAPE: 'escape';
FOR: 'for';
DEFAULT: 'default';
PLACING: 'placing';
CURRENT_DATE: 'current_date';
CURRENT_TIME: 'current_time';
CURRENT_TIMESTAMP: 'current_timestamp';
LOCALTIME: 'localtime';
LOCALTIMESTAMP: 'localtimestamp';

// Words whose neighbours tell whether they are names.
ANY: 'any';
ASYMMETRIC: 'asymmetric';
BOTH: 'both';
CALL: 'call';
CASE: 'case';
CAST: 'cast';
CUBE: 'cube';
DATE: 'date';
DELETE: 'delete';
EXISTS: 'exists';
EXPLAIN: 'explain';
EXTRACT: 'extract';
FETCH: 'fetch';
FILTER: 'filter';
GROUP: 'group';
GROUPING: 'grouping';
IGNORE: 'ignore';
INSERT: 'insert';
INTERVAL: 'interval';
LATERAL: 'lateral';
LEADING: 'leading';
LEFT: 'left';
LIMIT: 'limit';
MERGE: 'merge';
MINUS: 'minus';
OFFSET: 'offset';
ORDER: 'order';
OVER: 'over';
OVERLAY: 'overlay';
PARTITION: 'partition';
POSITION: 'position';
PRECISION: 'precision';
RESPECT: 'respect';
RIGHT: 'right';
ROLLUP: 'rollup';
SOME: 'some';
SUBSTRING: 'substring';
SYMMETRIC: 'symmetric';
TIME: 'time';
TIMESTAMP: 'timestamp';
TOP: 'top';
TRAILING: 'trailing';
TRIM: 'trim';
TYPEOF: 'typeof';
UNBOUNDED: 'unbounded';
UPDATE: 'update';
UPSERT: 'upsert';
VALUES: 'values';
VARYING: 'varying';
WINDOW: 'window';
WITHIN: 'within';
WITHOUT: 'without';

// Words that are names wherever a name stands.
BY: 'by';
CURRENT: 'current';
FIRST: 'first';
FOLLOWING: 'following';
LAST: 'last';
MATCHED: 'matched';
NEXT: 'next';
NULLS: 'nulls';
ONLY: 'only';
PRECEDING: 'preceding';
RANGE: 'range';
RECURSIVE: 'recursive';
ROW: 'row';
ROWS: 'rows';
SESSION: 'session';
SETS: 'sets';
TO: 'to';
UNKNOWN: 'unknown';
ZONE: 'zone';

IDENTIFIER: LETTER (LETTER | DIGIT | '$')*;
QUOTED: '"' (~["] | '""')* '"' | '`' (~[`] | '``')* '`' | '[' (~[\]] | ']]')* ']';
UNTERMINATED_QUOTED: '"' (~["] | '""')* | '`' (~[`] | '``')* | '[' (~[\]] | ']]')*;

NUMBER: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ('e' [+-]? DIGIT+)?;
MALFORMED_NUMBER: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) LETTER (LETTER | DIGIT)*;
STRING: '\'' STRING_BODY '\'';
NATIONAL_STRING: 'n\'' STRING_BODY '\'';
BINARY_STRING: 'x\'' STRING_BODY '\'';
UNTERMINATED_STRING: [nx]? '\'' STRING_BODY;

// SOQL's own, without quotes.
BARE_DATE: FULL_DATE;
BARE_DATE_TIME: FULL_DATE 't' CLOCK OFFSET_OR_Z;
DATE_TIME_WITHOUT_ZONE: FULL_DATE 't' CLOCK;
BARE_TIME: CLOCK 'z';

// The JDBC escapes begin with a brace and a word.
D_BRACE: '{' BLANK* 'd';
T_BRACE: '{' BLANK* 't';
TS_BRACE: '{' BLANK* 'ts';
FN_BRACE: '{' BLANK* 'fn';
OJ_BRACE: '{' BLANK* 'oj';
ESCAPE_BRACE: '{' BLANK* 'escape';
LIMIT_BRACE: '{' BLANK* 'limit';
CALL_BRACE: '{' BLANK* 'call';
OTHER_BRACE: '{' BLANK* LETTER+;
LBRACE: '{';
RBRACE: '}';

EQUAL: '=';
NOT_EQUAL: '!=' | '<>';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
DASH: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
CONCAT: '||';
LPAREN: '(';
RPAREN: ')';
COMMA: ',';
DOT: '.';
DOUBLE_COLON: '::';
COLON: ':';
QUESTION: '?';
SEMICOLON: ';';

SPACE: [ \t\r\n\f\u000B]+ -> skip;
COMMENT_START: '/*';
LINE_COMMENT: '--' ~[\r\n]* -> skip;
OTHER: '\u0002' '\u0003' | .;

// \u0001 stands for all other letters, \u0002 and \u0003 for halves of a pair: see StandInStream.
fragment LETTER: [a-z_\u0001];
fragment DIGIT: [0-9];
fragment BLANK: [ \t\r\n\f];
fragment FULL_DATE: DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
fragment CLOCK: DIGIT DIGIT ':' DIGIT DIGIT ':' DIGIT DIGIT ('.' DIGIT+)?;
fragment OFFSET_OR_Z: 'z' | [+-] DIGIT DIGIT ':'? DIGIT DIGIT;
fragment STRING_BODY: (~['] | '\'\'')*;
