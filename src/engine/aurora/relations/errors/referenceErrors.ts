/**
 * Foreign keys: rows that lack their parent or are still referred to, and definitions that cannot
 * be. `{constraint}` of MySQL is the whole constraint as SHOW CREATE TABLE words it.
 */
import type { ErrorEntries } from './errorEntry.ts'

const before8 = 'Cannot add foreign key constraint'

export const referenceErrors = {
  noParentRow: {
    kind: 'constraint',
    mysql: [
      1452,
      '23000',
      'Cannot add or update a child row: a foreign key constraint fails ' +
        '(`{database}`.`{table}`, {constraint})',
    ],
    postgresql: [
      '23503',
      'insert or update on table "{table}" violates foreign key constraint "{name}"',
    ],
  },
  stillReferred: {
    kind: 'constraint',
    mysql: [
      1451,
      '23000',
      'Cannot delete or update a parent row: a foreign key constraint fails ' +
        '(`{database}`.`{table}`, {constraint})',
    ],
    postgresql: [
      '23503',
      'update or delete on table "{parent}" violates foreign key constraint "{name}" on table ' +
        '"{table}"',
    ],
  },
  cascadeTooDeep: {
    kind: 'constraint',
    mysql: [3008, 'HY000', 'Foreign key cascade delete/update exceeds max depth of 15.'],
    postgresql: ['54001', 'stack depth limit exceeded'],
  },
  unknownParent: {
    kind: 'syntax',
    mysql: [1824, 'HY000', "Failed to open the referenced table '{parent}'"],
    beforeMysql8: before8,
    codeBeforeMysql8: 1215,
    postgresql: ['42P01', 'relation "{parent}" does not exist'],
  },
  noParentKey: {
    kind: 'syntax',
    mysql: [
      1822,
      'HY000',
      "Failed to add the foreign key constraint. Missing index for constraint '{name}' in the " +
        "referenced table '{parent}'",
    ],
    beforeMysql8: before8,
    codeBeforeMysql8: 1215,
    postgresql: [
      '42830',
      'there is no unique constraint matching given keys for referenced table "{parent}"',
    ],
  },
  noParentPrimaryKey: {
    kind: 'syntax',
    mysql: [1215, 'HY000', before8],
    postgresql: ['42704', 'there is no primary key for referenced table "{parent}"'],
  },
  unequalKeys: {
    kind: 'syntax',
    mysql: [
      1239,
      '42000',
      "Incorrect foreign key definition for '{name}': Key reference and table reference don't " +
        'match',
    ],
    postgresql: ['42830', 'number of referencing and referenced columns for foreign key disagree'],
  },
  unlikeKeys: {
    kind: 'syntax',
    mysql: [
      3780,
      'HY000',
      "Referencing column '{column}' and referenced column '{parentColumn}' in foreign key " +
        "constraint '{name}' are incompatible.",
    ],
    beforeMysql8: before8,
    codeBeforeMysql8: 1215,
    postgresql: ['42804', 'foreign key constraint "{name}" cannot be implemented'],
  },
  unknownParentColumn: {
    kind: 'syntax',
    mysql: [
      3734,
      'HY000',
      "Failed to add the foreign key constraint. Missing column '{column}' for constraint " +
        "'{name}' in the referenced table '{parent}'",
    ],
    beforeMysql8: before8,
    codeBeforeMysql8: 1215,
    postgresql: ['42703', 'column "{column}" referenced in foreign key constraint does not exist'],
  },
  notNullForSetNull: {
    kind: 'syntax',
    mysql: [
      1830,
      'HY000',
      "Column '{column}' cannot be NOT NULL: needed in a foreign key constraint '{name}' SET NULL",
    ],
    postgresql: ['42804', 'foreign key constraint "{name}" cannot be implemented'],
  },
  constraintExists: {
    kind: 'syntax',
    mysql: [1826, 'HY000', "Duplicate foreign key constraint name '{name}'"],
    postgresql: ['42710', 'constraint "{name}" for relation "{table}" already exists'],
  },
  unknownConstraint: {
    kind: 'syntax',
    mysql: [1091, '42000', "Can't DROP '{name}'; check that column/key exists"],
    postgresql: ['42704', 'constraint "{name}" of relation "{table}" does not exist'],
  },
  dropsParent: {
    kind: 'constraint',
    mysql: [
      3730,
      'HY000',
      "Cannot drop table '{parent}' referenced by a foreign key constraint '{name}' on table " +
        "'{table}'.",
    ],
    beforeMysql8: 'Cannot delete or update a parent row: a foreign key constraint fails',
    codeBeforeMysql8: 1217,
    postgresql: ['2BP01', 'cannot drop table {parent} because other objects depend on it'],
  },
  truncatesParent: {
    kind: 'constraint',
    mysql: [
      1701,
      '42000',
      'Cannot truncate a table referenced in a foreign key constraint ' +
        '(`{database}`.`{table}`, {constraint})',
    ],
    postgresql: ['0A000', 'cannot truncate a table referenced in a foreign key constraint'],
  },
  indexNeeded: {
    kind: 'constraint',
    mysql: [1553, 'HY000', "Cannot drop index '{index}': needed in a foreign key constraint"],
    postgresql: ['2BP01', 'cannot drop index {index} because other objects depend on it'],
  },
  columnNeeded: {
    kind: 'constraint',
    mysql: [
      1828,
      'HY000',
      "Cannot drop column '{column}': needed in a foreign key constraint '{name}'",
    ],
    postgresql: [
      '2BP01',
      'cannot drop column {column} of table {table} because other objects depend on it',
    ],
  },
  columnNeededElsewhere: {
    kind: 'constraint',
    mysql: [
      1829,
      'HY000',
      "Cannot drop column '{column}': needed in a foreign key constraint '{name}' of table " +
        "'{child}'",
    ],
    postgresql: [
      '2BP01',
      'cannot drop column {column} of table {table} because other objects depend on it',
    ],
  },
  /** What AWS tells of Multi-Master, in the words of MySQL (*assumption*). */
  notWithSeveralWriters: {
    kind: 'unsupported',
    mysql: [1235, '42000', "This version of MySQL doesn't yet support '{what}'"],
    postgresql: ['0A000', '{what} is not supported'],
  },
  unknownProcedure: {
    kind: 'syntax',
    mysql: [1305, '42000', 'PROCEDURE {name} does not exist'],
    postgresql: ['42883', 'procedure {name} does not exist'],
  },
  wrongProcedureCount: {
    kind: 'syntax',
    mysql: [1318, '42000', 'Incorrect number of arguments for PROCEDURE {name}'],
    postgresql: ['42883', 'procedure {name} does not exist'],
  },
  consistencyTooLate: {
    kind: 'constraint',
    mysql: [
      1568,
      '25001',
      "Transaction characteristics can't be changed while a transaction is in progress",
    ],
    postgresql: ['25001', '{name} must be set before a transaction'],
  },
} satisfies ErrorEntries
