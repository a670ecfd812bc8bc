/*
 * The part of CQL2 Text (OGC 21-065r2) that snapshots answer: comparisons of properties and values,
 * LIKE, BETWEEN, IN, IS NULL, CASEI, ACCENTI, the spatial and temporal functions, lists (A_CONTAINS,
 * A_OVERLAPS), and, or, not; and S_DWITHIN, which is ours. No arithmetic, no other functions.
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
  : (operand | constant) test
  | BOOLEAN test?
  | SPATIAL LEFT place COMMA place RIGHT
  | S_DWITHIN LEFT place COMMA place COMMA NUMBER COMMA STRING RIGHT
  | TEMPORAL LEFT time COMMA time RIGHT
  | (A_CONTAINS | A_OVERLAPS) LEFT property COMMA LEFT STRING (COMMA STRING)* RIGHT RIGHT
  | LEFT condition RIGHT
  ;

test
  : comparator scalar
  | NOT? (like | between | in)
  | IS NOT? NULL
  ;

like
  : LIKE pattern
  ;

between
  : BETWEEN scalar AND scalar
  ;

in
  : IN LEFT scalar (COMMA scalar)* RIGHT
  ;

comparator
  : EQ | NE | LT | LE | GT | GE
  ;

scalar
  : constant
  | BOOLEAN
  | operand
  ;

constant
  : STRING
  | NUMBER
  | instant
  ;

operand
  : property
  | folding LEFT foldable RIGHT
  ;

foldable
  : property
  | STRING
  | folding LEFT foldable RIGHT
  ;

pattern
  : STRING
  | folding LEFT pattern RIGHT
  ;

folding
  : CASEI
  | ACCENTI
  ;

property
  : IDENTIFIER
  | QUOTED
  ;

instant
  : (DATE | TIMESTAMP) LEFT STRING RIGHT
  ;

time
  : property
  | instant
  | INTERVAL LEFT end COMMA end RIGHT
  ;

end
  : STRING
  | property
  | instant
  ;

place
  : property
  | BBOX LEFT NUMBER COMMA NUMBER COMMA NUMBER COMMA NUMBER (COMMA NUMBER COMMA NUMBER)? RIGHT
  | shape
  ;

shape
  : (POINT | LINESTRING | POLYGON | MULTIPOINT | MULTILINESTRING | MULTIPOLYGON) coordinates
  | GEOMETRYCOLLECTION LEFT shape (COMMA shape)* RIGHT
  ;

coordinates
  : LEFT (coordinates (COMMA coordinates)* | position (COMMA position)*) RIGHT
  ;

position
  : NUMBER NUMBER NUMBER?
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
ACCENTI: 'ACCENTI';
DATE: 'DATE';
TIMESTAMP: 'TIMESTAMP';
INTERVAL: 'INTERVAL';
BBOX: 'BBOX';
SPATIAL
  : 'S_INTERSECTS'
  | 'S_DISJOINT'
  | 'S_EQUALS'
  | 'S_TOUCHES'
  | 'S_CROSSES'
  | 'S_OVERLAPS'
  | 'S_WITHIN'
  | 'S_CONTAINS'
  ;
S_DWITHIN: 'S_DWITHIN';
TEMPORAL
  : 'T_AFTER'
  | 'T_BEFORE'
  | 'T_CONTAINS'
  | 'T_DISJOINT'
  | 'T_DURING'
  | 'T_EQUALS'
  | 'T_FINISHEDBY'
  | 'T_FINISHES'
  | 'T_INTERSECTS'
  | 'T_MEETS'
  | 'T_METBY'
  | 'T_OVERLAPPEDBY'
  | 'T_OVERLAPS'
  | 'T_STARTEDBY'
  | 'T_STARTS'
  ;
A_CONTAINS: 'A_CONTAINS';
A_OVERLAPS: 'A_OVERLAPS';
POINT: 'POINT';
LINESTRING: 'LINESTRING';
POLYGON: 'POLYGON';
MULTIPOINT: 'MULTIPOINT';
MULTILINESTRING: 'MULTILINESTRING';
MULTIPOLYGON: 'MULTIPOLYGON';
GEOMETRYCOLLECTION: 'GEOMETRYCOLLECTION';

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
