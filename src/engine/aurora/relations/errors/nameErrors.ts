/** What is not there, is there already, or may not stand where it stands. */
import type { ErrorEntries } from './errorEntry.ts'

const fullGroupBy = 'this is incompatible with sql_mode=only_full_group_by'
const nonaggregated = "nonaggregated column '{database}.{table}.{column}'"
const mustBeGrouped =
  'column "{table}.{column}" must appear in the GROUP BY clause or be used in an aggregate function'

export const nameErrors = {
  unknownTable: {
    kind: 'syntax',
    mysql: [1146, '42S02', "Table '{database}.{table}' doesn't exist"],
    postgresql: ['42P01', 'relation "{table}" does not exist'],
  },
  /** Of DROP TABLE. */
  unknownTableToDrop: {
    kind: 'syntax',
    mysql: [1051, '42S02', "Unknown table '{database}.{table}'"],
    postgresql: ['42P01', 'table "{table}" does not exist'],
  },
  /** A qualifier that names no table of the query. */
  unknownQualifier: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{table}.{column}' in '{place}'"],
    postgresql: ['42P01', 'missing FROM-clause entry for table "{table}"'],
  },
  /** The table has an alias, so its own name is hidden. */
  hiddenQualifier: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{table}.{column}' in '{place}'"],
    postgresql: ['42P01', 'invalid reference to FROM-clause entry for table "{table}"'],
  },
  unknownStarTable: {
    kind: 'syntax',
    mysql: [1051, '42S02', "Unknown table '{table}'"],
    postgresql: ['42P01', 'missing FROM-clause entry for table "{table}"'],
  },
  unknownColumn: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{column}' in '{place}'"],
    postgresql: ['42703', 'column "{column}" does not exist'],
  },
  /** `account.nothing`: PostgreSQL does not quote the dotted name. */
  unknownQualifiedColumn: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{table}.{column}' in '{place}'"],
    postgresql: ['42703', 'column {table}.{column} does not exist'],
  },
  /** Of INSERT, UPDATE and ALTER TABLE: a column of the table. */
  unknownColumnOfTable: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{column}' in 'field list'"],
    postgresql: ['42703', 'column "{column}" of relation "{table}" does not exist'],
  },
  unknownKeyColumn: {
    kind: 'syntax',
    mysql: [1072, '42000', "Key column '{column}' doesn't exist in table"],
    postgresql: ['42703', 'column "{column}" does not exist'],
  },
  unknownColumnToDrop: {
    kind: 'syntax',
    mysql: [1091, '42000', "Can't DROP '{column}'; check that column/key exists"],
    postgresql: ['42703', 'column "{column}" of relation "{table}" does not exist'],
  },
  unknownIndex: {
    kind: 'syntax',
    mysql: [1091, '42000', "Can't DROP '{index}'; check that column/key exists"],
    postgresql: ['42704', 'index "{index}" does not exist'],
  },
  unknownDatabase: {
    kind: 'syntax',
    mysql: [1049, '42000', "Unknown database '{name}'"],
    postgresql: ['3F000', 'schema "{name}" does not exist'],
  },
  unknownVariable: {
    kind: 'syntax',
    mysql: [1193, 'HY000', "Unknown system variable '{name}'"],
    postgresql: ['42704', 'unrecognized configuration parameter "{name}"'],
  },
  wrongVariableValue: {
    kind: 'syntax',
    mysql: [1231, '42000', "Variable '{name}' can't be set to the value of '{value}'"],
    postgresql: ['22023', 'invalid value for parameter "{name}": "{value}"'],
  },
  readOnlyVariable: {
    kind: 'syntax',
    mysql: [1238, 'HY000', "Variable '{name}' is a read only variable"],
    postgresql: ['55P02', 'parameter "{name}" cannot be changed'],
  },
  unknownFunction: {
    kind: 'syntax',
    mysql: [1305, '42000', 'FUNCTION {database}.{name} does not exist'],
    postgresql: ['42883', 'function {name}({types}) does not exist'],
  },
  wrongArgumentCount: {
    kind: 'syntax',
    mysql: [1582, '42000', "Incorrect parameter count in the call to native function '{name}'"],
    postgresql: ['42883', 'function {name}({types}) does not exist'],
  },
  wrongIntervalUnit: {
    kind: 'unsupported',
    mysql: [1235, '42000', "This version of MySQL doesn't yet support '{what}'"],
    postgresql: ['0A000', '{what} is not supported'],
  },
  tableExists: {
    kind: 'syntax',
    mysql: [1050, '42S01', "Table '{table}' already exists"],
    postgresql: ['42P07', 'relation "{table}" already exists'],
  },
  columnExists: {
    kind: 'syntax',
    mysql: [1060, '42S21', "Duplicate column name '{column}'"],
    postgresql: ['42701', 'column "{column}" of relation "{table}" already exists'],
  },
  /** Twice in one CREATE TABLE. */
  columnTwice: {
    kind: 'syntax',
    mysql: [1060, '42S21', "Duplicate column name '{column}'"],
    postgresql: ['42701', 'column "{column}" specified more than once'],
  },
  /** Twice in the list of INSERT. */
  columnGivenTwice: {
    kind: 'syntax',
    mysql: [1110, '42000', "Column '{column}' specified twice"],
    postgresql: ['42701', 'column "{column}" specified more than once'],
  },
  indexExists: {
    kind: 'syntax',
    mysql: [1061, '42000', "Duplicate key name '{index}'"],
    postgresql: ['42P07', 'relation "{index}" already exists'],
  },
  primaryKeyTwice: {
    kind: 'syntax',
    mysql: [1068, '42000', 'Multiple primary key defined'],
    postgresql: ['42P16', 'multiple primary keys for table "{table}" are not allowed'],
  },
  wrongAutoColumn: {
    kind: 'syntax',
    mysql: [
      1075,
      '42000',
      'Incorrect table definition; there can be only one auto column and it must be defined ' +
        'as a key',
    ],
    postgresql: ['42601', 'multiple default values specified for column "{column}"'],
  },
  noColumns: {
    kind: 'syntax',
    mysql: [1113, '42000', 'A table must have at least 1 column'],
    postgresql: ['42P16', 'a table must have at least one column'],
  },
  lastColumn: {
    kind: 'syntax',
    mysql: [1090, '42000', "You can't delete all columns with ALTER TABLE; use DROP TABLE instead"],
    postgresql: ['0A000', 'cannot drop the last column of table "{table}"'],
  },
  aggregateNotAllowed: {
    kind: 'syntax',
    mysql: [1111, 'HY000', 'Invalid use of group function'],
    postgresql: ['42803', 'aggregate functions are not allowed in {place}'],
  },
  aggregateNested: {
    kind: 'syntax',
    mysql: [1111, 'HY000', 'Invalid use of group function'],
    postgresql: ['42803', 'aggregate function calls cannot be nested'],
  },
  notGrouped: {
    kind: 'syntax',
    mysql: [
      1055,
      '42000',
      'Expression #{number} of {list} is not in GROUP BY clause and contains ' +
        `${nonaggregated} which is not functionally dependent on columns in GROUP BY clause; ` +
        fullGroupBy,
    ],
    postgresql: ['42803', mustBeGrouped],
  },
  notAggregated: {
    kind: 'syntax',
    mysql: [
      1140,
      '42000',
      'In aggregated query without GROUP BY, expression #{number} of {list} contains ' +
        `${nonaggregated}; ${fullGroupBy}`,
    ],
    postgresql: ['42803', mustBeGrouped],
  },
  orderNotInDistinct: {
    kind: 'syntax',
    mysql: [
      3065,
      'HY000',
      'Expression #{number} of ORDER BY clause is not in SELECT list, references column ' +
        "'{database}.{table}.{column}' which is not in SELECT list; this is incompatible with " +
        'DISTINCT',
    ],
    postgresql: ['42P10', 'for SELECT DISTINCT, ORDER BY expressions must appear in select list'],
  },
  orderNumber: {
    kind: 'syntax',
    mysql: [1054, '42S22', "Unknown column '{number}' in '{place}'"],
    postgresql: ['42P10', '{place} position {number} is not in select list'],
  },
  lockingWithGroups: {
    kind: 'syntax',
    mysql: [1221, 'HY000', 'Incorrect usage of {strength} and {what}'],
    postgresql: ['0A000', '{strength} is not allowed with {what}'],
  },
  targetTableRead: {
    kind: 'syntax',
    mysql: [1093, 'HY000', "You can't specify target table '{table}' for update in FROM clause"],
    postgresql: ['0A000', 'cannot read "{table}" while changing it'],
  },
  noConflictTarget: {
    kind: 'syntax',
    mysql: [1064, '42000', 'ON CONFLICT is of PostgreSQL'],
    postgresql: [
      '42P10',
      'there is no unique or exclusion constraint matching the ON CONFLICT specification',
    ],
  },
  noStarTable: {
    kind: 'syntax',
    mysql: [1096, 'HY000', 'No tables used'],
    postgresql: ['42601', 'SELECT * with no tables specified is not valid'],
  },
} satisfies ErrorEntries
