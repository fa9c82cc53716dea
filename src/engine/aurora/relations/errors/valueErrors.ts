/** Values that do not fit: in their column, in arithmetic, in a key. */
import type { ErrorEntries } from './errorEntry.ts'

export const valueErrors = {
  notNull: {
    kind: 'constraint',
    mysql: [1048, '23000', "Column '{column}' cannot be null"],
    postgresql: [
      '23502',
      'null value in column "{column}" of relation "{table}" violates not-null constraint',
    ],
  },
  /** ALTER TABLE ADD COLUMN over rows that have no value for it. */
  nullsInColumn: {
    kind: 'constraint',
    mysql: [1138, '22004', 'Invalid use of NULL value'],
    postgresql: ['23502', 'column "{column}" of relation "{table}" contains null values'],
  },
  noDefault: {
    kind: 'constraint',
    mysql: [1364, 'HY000', "Field '{column}' doesn't have a default value"],
    postgresql: [
      '23502',
      'null value in column "{column}" of relation "{table}" violates not-null constraint',
    ],
  },
  invalidDefault: {
    kind: 'constraint',
    mysql: [1067, '42000', "Invalid default value for '{column}'"],
    postgresql: ['22P02', 'invalid default for column "{column}"'],
  },
  duplicate: {
    kind: 'constraint',
    mysql: [1062, '23000', "Duplicate entry '{value}' for key '{table}.{key}'"],
    beforeMysql8: "Duplicate entry '{value}' for key '{key}'",
    postgresql: ['23505', 'duplicate key value violates unique constraint "{key}"'],
  },
  /** CREATE UNIQUE INDEX over rows that repeat. */
  duplicateInIndex: {
    kind: 'constraint',
    mysql: [1062, '23000', "Duplicate entry '{value}' for key '{table}.{key}'"],
    beforeMysql8: "Duplicate entry '{value}' for key '{key}'",
    postgresql: ['23505', 'could not create unique index "{key}"'],
  },
  affectedTwice: {
    kind: 'constraint',
    mysql: [1064, '42000', 'ON CONFLICT is of PostgreSQL'],
    postgresql: ['21000', 'ON CONFLICT DO UPDATE command cannot affect row a second time'],
  },
  tooManyValues: {
    kind: 'syntax',
    mysql: [1136, '21S01', "Column count doesn't match value count at row {row}"],
    postgresql: ['42601', 'INSERT has more expressions than target columns'],
  },
  tooFewValues: {
    kind: 'syntax',
    mysql: [1136, '21S01', "Column count doesn't match value count at row {row}"],
    postgresql: ['42601', 'INSERT has more target columns than expressions'],
  },
  /** Rows of one VALUES list that differ in length. */
  unequalRows: {
    kind: 'syntax',
    mysql: [1136, '21S01', "Column count doesn't match value count at row {row}"],
    postgresql: ['42601', 'VALUES lists must all be the same length'],
  },
  outOfRangeForColumn: {
    kind: 'constraint',
    mysql: [1264, '22003', "Out of range value for column '{column}' at row {row}"],
    postgresql: ['22003', '{type} out of range'],
  },
  numericOverflow: {
    kind: 'constraint',
    mysql: [1264, '22003', "Out of range value for column '{column}' at row {row}"],
    postgresql: ['22003', 'numeric field overflow'],
  },
  outOfRange: {
    kind: 'constraint',
    mysql: [1690, '22003', "BIGINT value is out of range in '{text}'"],
    postgresql: ['22003', '{type} out of range'],
  },
  textValueOutOfRange: {
    kind: 'constraint',
    mysql: [1264, '22003', "Out of range value for column '{column}' at row {row}"],
    postgresql: ['22003', 'value "{value}" is out of range for type {type}'],
  },
  incorrectValue: {
    kind: 'constraint',
    mysql: [1366, 'HY000', "Incorrect {type} value: '{value}' for column '{column}' at row {row}"],
    postgresql: ['22P02', 'invalid input syntax for type {type}: "{value}"'],
  },
  truncated: {
    kind: 'constraint',
    mysql: [1265, '01000', "Data truncated for column '{column}' at row {row}"],
    postgresql: ['22P02', 'invalid input syntax for type {type}: "{value}"'],
  },
  tooLong: {
    kind: 'constraint',
    mysql: [1406, '22001', "Data too long for column '{column}' at row {row}"],
    postgresql: ['22001', 'value too long for type character varying({length})'],
  },
  divisionByZero: {
    kind: 'constraint',
    mysql: [1365, '22012', 'Division by 0'],
    postgresql: ['22012', 'division by zero'],
  },
  noOperator: {
    kind: 'syntax',
    mysql: [1210, 'HY000', 'Incorrect arguments to {operator}'],
    postgresql: ['42883', 'operator does not exist: {left}{operator}{right}'],
  },
  operatorNotUnique: {
    kind: 'syntax',
    mysql: [1210, 'HY000', 'Incorrect arguments to {operator}'],
    postgresql: ['42725', 'operator is not unique: {left}{operator}{right}'],
  },
  typesDoNotMatch: {
    kind: 'syntax',
    mysql: [1210, 'HY000', 'Incorrect arguments to {what}'],
    postgresql: ['42804', '{what} types {left} and {right} cannot be matched'],
  },
  assignedType: {
    kind: 'syntax',
    mysql: [1366, 'HY000', "Incorrect value for column '{column}'"],
    postgresql: ['42804', 'column "{column}" is of type {type} but expression is of type {given}'],
  },
  notTruth: {
    kind: 'syntax',
    mysql: [1210, 'HY000', 'Incorrect arguments to {place}'],
    postgresql: ['42804', 'argument of {place} must be type boolean, not type {type}'],
  },
  noCast: {
    kind: 'syntax',
    mysql: [1210, 'HY000', 'Incorrect arguments to CAST'],
    postgresql: ['42846', 'cannot cast type {from} to {type}'],
  },
  subqueryRows: {
    kind: 'constraint',
    mysql: [1242, '21000', 'Subquery returns more than 1 row'],
    postgresql: ['21000', 'more than one row returned by a subquery used as an expression'],
  },
  subqueryColumns: {
    kind: 'syntax',
    mysql: [1241, '21000', 'Operand should contain 1 column(s)'],
    postgresql: ['42601', 'subquery must return only one column'],
  },
  subqueryTooManyColumns: {
    kind: 'syntax',
    mysql: [1241, '21000', 'Operand should contain 1 column(s)'],
    postgresql: ['42601', 'subquery has too many columns'],
  },
  negativeLimit: {
    kind: 'constraint',
    mysql: [1064, '42000', 'LIMIT must not be negative'],
    postgresql: ['2201W', 'LIMIT must not be negative'],
  },
  negativeOffset: {
    kind: 'constraint',
    mysql: [1064, '42000', 'OFFSET must not be negative'],
    postgresql: ['2201X', 'OFFSET must not be negative'],
  },
  likeEscape: {
    kind: 'constraint',
    mysql: [1210, 'HY000', 'Incorrect arguments to ESCAPE'],
    postgresql: ['22025', 'LIKE pattern must not end with escape character'],
  },
  negativeLength: {
    kind: 'constraint',
    mysql: [1210, 'HY000', 'Incorrect arguments to substring'],
    postgresql: ['22011', 'negative substring length not allowed'],
  },
  defaultMisplaced: {
    kind: 'syntax',
    mysql: [1064, '42000', 'DEFAULT is not allowed here'],
    postgresql: ['42601', 'DEFAULT is not allowed in this context'],
  },
  /** A bound of the playground; `{what}` says which and what to do. */
  playgroundLimit: {
    kind: 'unsupported',
    mysql: [1235, '42000', 'The playground does not do this: {what}'],
    postgresql: ['0A000', 'The playground does not do this: {what}'],
  },
} satisfies ErrorEntries
