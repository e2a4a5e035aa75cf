/*
 * The words of SOQL. Every character of every input belongs to some token, so this lexer cannot fail: what does not
 * belong in SOQL becomes a token that the parser then meets and reports.
 */
lexer grammar SoqlLexer;

options {
    caseInsensitive = true;
}

// Words that are never the first name of a path.
SELECT: 'select';
FROM: 'from';
WHERE: 'where';
AND: 'and';
OR: 'or';
NOT: 'not';
IN: 'in';
LIKE: 'like';
INCLUDES: 'includes';
EXCLUDES: 'excludes';
HAVING: 'having';
USING: 'using';
WITH: 'with';
ASC: 'asc';
DESC: 'desc';
NULLS: 'nulls';
NULL: 'null';
TRUE: 'true';
FALSE: 'false';
TYPEOF: 'typeof';
SECURITY_ENFORCED: 'security_enforced';
USER_MODE: 'user_mode';
SYSTEM_MODE: 'system_mode';

// Words that are also names: the objects Group and Order, the relationship Group, fields such as Data or Limit.
GROUP: 'group';
ORDER: 'order';
BY: 'by';
LIMIT: 'limit';
OFFSET: 'offset';
FOR: 'for';
UPDATE: 'update';
SET: 'set';
OPTIONS: 'options';
ALL: 'all';
ROWS: 'rows';
SCOPE: 'scope';
DATA: 'data';
CATEGORY: 'category';
AT: 'at';
ABOVE: 'above';
BELOW: 'below';
ABOVE_OR_BELOW: 'above_or_below';
FIRST: 'first';
LAST: 'last';
AS: 'as';
WHEN: 'when';
THEN: 'then';
ELSE: 'else';
END: 'end';

// USD5000 is an amount where a literal stands and a name where a name stands; EUR10.50 can only be an amount.
CURRENCY_WORD: LETTER LETTER LETTER DIGIT+;
CURRENCY_DECIMAL: LETTER LETTER LETTER DIGIT+ '.' DIGIT+;
IDENTIFIER: LETTER (LETTER | DIGIT | '_')*;

NUMBER: [+-]? DIGIT+ ('.' DIGIT+)?;
DATE: FULL_DATE;
DATE_TIME: FULL_DATE 't' CLOCK ZONE;
DATE_TIME_WITHOUT_ZONE: FULL_DATE 't' CLOCK;
TIME: CLOCK 'z';
STRING: '\'' STRING_BODY '\'';
UNTERMINATED_STRING: '\'' STRING_BODY '\\'?;
DOUBLE_QUOTED: '"' ~["]* '"'?;

EQUAL: '=';
NOT_EQUAL: '!=';
ANGLE_NOT_EQUAL: '<>';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
LEFT: '(';
RIGHT: ')';
COMMA: ',';
DOT: '.';
COLON: ':';
QUESTION: '?';
STAR: '*';
SEMICOLON: ';';

SPACE: [ \t\r\n\f]+ -> skip;
BLOCK_COMMENT: '/*' COMMENT_BODY '*'+ '/' -> channel(HIDDEN);
UNTERMINATED_COMMENT: '/*' COMMENT_BODY '*'*;
LINE_COMMENT: ('--' | '//') ~[\r\n]* -> channel(HIDDEN);
// AsciiStream shows these for the halves of a character beyond 16 bits, which stay one word.
OTHER: '\u0001' '\u0002' | .;

fragment LETTER: [a-z];
fragment DIGIT: [0-9];
fragment FULL_DATE: DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;
fragment CLOCK: DIGIT DIGIT ':' DIGIT DIGIT ':' DIGIT DIGIT ('.' DIGIT+)?;
fragment ZONE: 'z' | [+-] DIGIT DIGIT ':'? DIGIT DIGIT;
fragment STRING_BODY: ('\\' . | ~['\\])*;
fragment COMMENT_BODY: (~'*' | '*'+ ~[*/])*;
