/*
 * The part of CQL2 Text (OGC 21-065r2) that snapshots answer: comparisons, LIKE, BETWEEN, IN, IS
 * NULL, CASEI, lists (A_CONTAINS, A_OVERLAPS), S_INTERSECTS, and, or, not.
 *
 * One token is always enough to choose between alternatives; that is what makes the list of expected
 * tokens in a message right. Keep it so.
 */
grammar Cql2;

options {
  caseInsensitive = true;
}

filter
  : condition EOF
  ;

condition
  : term (OR term)*
  ;

term
  : factor (AND factor)*
  ;

factor
  : NOT? primary
  ;

primary
  : operand test
  | constant comparator operand
  | BOOLEAN (comparator operand)?
  | S_INTERSECTS LEFT (property COMMA shape | shape COMMA property) RIGHT
  | (A_CONTAINS | A_OVERLAPS) LEFT property COMMA LEFT STRING (COMMA STRING)* RIGHT RIGHT
  | LEFT condition RIGHT
  ;

test
  : comparator literal
  | NOT? (like | between | in)
  | IS NOT? NULL
  ;

like
  : LIKE text
  ;

between
  : BETWEEN literal AND literal
  ;

in
  : IN LEFT literal (COMMA literal)* RIGHT
  ;

comparator
  : EQ | NE | LT | LE | GT | GE
  ;

operand
  : property
  | CASEI LEFT property RIGHT
  ;

property
  : IDENTIFIER
  | QUOTED
  ;

literal
  : constant
  | BOOLEAN
  | CASEI LEFT STRING RIGHT
  ;

constant
  : STRING
  | NUMBER
  | DATE LEFT STRING RIGHT
  ;

text
  : STRING
  | CASEI LEFT STRING RIGHT
  ;

shape
  : BBOX LEFT NUMBER COMMA NUMBER COMMA NUMBER COMMA NUMBER RIGHT
  | (POINT | LINESTRING | POLYGON | MULTIPOINT | MULTILINESTRING | MULTIPOLYGON) coordinates
  ;

coordinates
  : LEFT (coordinates (COMMA coordinates)* | position (COMMA position)*) RIGHT
  ;

position
  : NUMBER NUMBER
  ;

AND: 'AND';
OR: 'OR';
NOT: 'NOT';
LIKE: 'LIKE';
BETWEEN: 'BETWEEN';
IN: 'IN';
IS: 'IS';
NULL: 'NULL';
BOOLEAN: 'TRUE' | 'FALSE';
CASEI: 'CASEI';
DATE: 'DATE';
BBOX: 'BBOX';
S_INTERSECTS: 'S_INTERSECTS';
A_CONTAINS: 'A_CONTAINS';
A_OVERLAPS: 'A_OVERLAPS';
POINT: 'POINT';
LINESTRING: 'LINESTRING';
POLYGON: 'POLYGON';
MULTIPOINT: 'MULTIPOINT';
MULTILINESTRING: 'MULTILINESTRING';
MULTIPOLYGON: 'MULTIPOLYGON';

EQ: '=';
NE: '<>';
LE: '<=';
GE: '>=';
LT: '<';
GT: '>';
LEFT: '(';
RIGHT: ')';
COMMA: ',';

NUMBER: [+-]? ([0-9]+ ('.' [0-9]*)? | '.' [0-9]+) ('E' [+-]? [0-9]+)?;

// A quote inside is doubled or follows a backslash; any other backslash stands for itself (LIKE).
STRING: '\'' ('\'\'' | '\\' . | ~['\\])* '\'';

QUOTED: '"' ('""' | ~["])+ '"';

IDENTIFIER: [\p{L}_] [\p{L}\p{N}_.]*;

BLANK: [ \t\r\n\u3000]+ -> skip;

// Left over: named in the message with its column instead of being dropped.
OTHER: .;
