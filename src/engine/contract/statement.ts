/**
 * A statement as the parser gives it to the engine: plain data, frozen, one form for all dialects.
 * Names are as typed (case kept; PostgreSQL folds what is not quoted to lower case) with their
 * place, so that an error can point at them. `at` is a place in the statement, characters from 0.
 */
import type { Dialect, IsolationLevel, SqlError } from './sql.ts'

export type ColumnType =
  | { name: 'integer'; bits: 8 | 16 | 24 | 32 | 64 }
  /** Both null: any digits, PostgreSQL's NUMERIC. */
  | { name: 'decimal'; precision: number | null; scale: number | null }
  /** Length in characters; null = without limit. */
  | { name: 'text'; length: number | null }
  | { name: 'boolean' }

export interface Name {
  name: string
  at: number
}

/** Decimal literals are texts, as `"12.50"`. */
export type Literal =
  | { kind: 'null' }
  | { kind: 'integer'; value: number }
  | { kind: 'decimal'; text: string }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | 'div'
  | '||'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '<=>'
  | 'and'
  | 'or'
  | 'xor'

export type AggregateName = 'count' | 'sum' | 'min' | 'max' | 'avg'

export type Expression = { at: number } & (
  | { kind: 'literal'; literal: Literal }
  /** `table` when written `account.balance`. `excluded.x` and `VALUES(x)` are `proposed`. */
  | { kind: 'column'; table: string | null; name: string }
  | { kind: 'proposed'; name: string }
  /** `DEFAULT` as a value of INSERT or UPDATE. */
  | { kind: 'default' }
  | { kind: 'unary'; operator: '-' | '+' | 'not'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'in'; isNegated: boolean; operand: Expression; list: Expression[] }
  | { kind: 'inQuery'; isNegated: boolean; operand: Expression; query: Select }
  | { kind: 'between'; isNegated: boolean; operand: Expression; low: Expression; high: Expression }
  | {
      kind: 'like'
      isNegated: boolean
      ignoresCase: boolean
      operand: Expression
      pattern: Expression
      /** Null: the backslash. Empty text: nothing escapes. */
      escape: Expression | null
    }
  | { kind: 'isNull'; isNegated: boolean; operand: Expression }
  | { kind: 'isTruth'; isNegated: boolean; operand: Expression; truth: boolean | null }
  | {
      kind: 'case'
      operand: Expression | null
      whens: { when: Expression; then: Expression }[]
      otherwise: Expression | null
    }
  | { kind: 'cast'; operand: Expression; type: ColumnType }
  /** A scalar function by its lower-case name: abs, coalesce, ifnull, nullif, length, lower, … */
  | { kind: 'call'; name: string; arguments: Expression[] }
  /** `count(*)` has no argument. */
  | { kind: 'aggregate'; name: AggregateName; isDistinct: boolean; argument: Expression | null }
  | { kind: 'scalarQuery'; query: Select }
  | { kind: 'exists'; query: Select }
  /** `@@transaction_isolation`, `current_setting(…)`: a variable of the session. */
  | { kind: 'variable'; scope: 'session' | 'global' | null; name: string }
  /** Every column: `*`, `account.*`; only in a select list. */
  | { kind: 'star'; table: string | null }
)

export interface SelectItem {
  expression: Expression
  /** `AS name`, else null. */
  alias: string | null
  /** As typed: MySQL calls the column so. */
  text: string
}

export interface OrderItem {
  expression: Expression
  isDescending: boolean
  nulls: 'first' | 'last' | null
}

/** PostgreSQL has four strengths; MySQL `share` and `update`. */
export interface RowLocking {
  strength: 'update' | 'noKeyUpdate' | 'share' | 'keyShare'
  onConflict: 'wait' | 'nowait' | 'skipLocked'
}

export interface Select {
  kind: 'select'
  at: number
  isDistinct: boolean
  items: SelectItem[]
  /** Null: no FROM. `schema` is only given for `information_schema.…` and the like. */
  from: { schema: string | null; table: Name; alias: string | null } | null
  where: Expression | null
  groupBy: Expression[]
  having: Expression | null
  orderBy: OrderItem[]
  limit: Expression | null
  offset: Expression | null
  locking: RowLocking | null
}

export interface Assignment {
  column: Name
  value: Expression
}

export interface ColumnDefinition {
  column: Name
  type: ColumnType
  /** Null: nothing said. */
  isNullable: boolean | null
  isPrimaryKey: boolean
  isUnique: boolean
  isAutoIncrement: boolean
  default: Expression | null
  /** `REFERENCES …` after the column itself; its `columns` name that column. */
  references: ForeignKeyDefinition | null
}

export interface IndexDefinition {
  kind: 'primary' | 'unique' | 'plain'
  name: Name | null
  columns: Name[]
}

export type ReferentialAction = 'noAction' | 'restrict' | 'cascade' | 'setNull' | 'setDefault'

export interface ForeignKeyDefinition {
  kind: 'foreign'
  at: number
  name: Name | null
  columns: Name[]
  parent: Name
  /** Null: the primary key of the parent (PostgreSQL). */
  parentColumns: Name[] | null
  onDelete: ReferentialAction
  onUpdate: ReferentialAction
}

/** What is typed after SHOW or instead of it; each answers with rows. */
export type ShowSubject =
  | { what: 'tables' | 'processlist' | 'engineStatus' | 'warnings' | 'databases' }
  | { what: 'columns' | 'index' | 'createTable'; table: Name }
  | { what: 'variables'; like: string | null }
  | { what: 'variable'; name: string }
  | { what: 'status'; like: string | null }
  /** `SHOW VOLUME STATUS`, Aurora MySQL. */
  | { what: 'volumeStatus'; like: string | null }

export type Statement = { at: number } & (
  | {
      kind: 'begin'
      isReadOnly: boolean | null
      isolation: IsolationLevel | null
      hasSnapshot: boolean
    }
  | { kind: 'commit' }
  | { kind: 'rollback' }
  | { kind: 'savepoint'; name: Name }
  | { kind: 'rollbackTo'; name: Name }
  | { kind: 'release'; name: Name }
  /** `scope`: `next` = the next transaction only (MySQL), or the present one (PostgreSQL). */
  | {
      kind: 'setIsolation'
      scope: 'session' | 'global' | 'next'
      isolation: IsolationLevel | null
      isReadOnly: boolean | null
    }
  | { kind: 'setVariable'; scope: 'session' | 'global' | 'local'; name: string; value: Expression }
  | (Select & { at: number })
  | {
      kind: 'insert'
      table: Name
      columns: Name[] | null
      rows: Expression[][]
      isIgnore: boolean
      /** MySQL ON DUPLICATE KEY UPDATE: any unique key. */
      onDuplicate: Assignment[] | null
      /** PostgreSQL ON CONFLICT; target null = any; update null = DO NOTHING. */
      onConflict: {
        target: Name[] | null
        update: Assignment[] | null
        where: Expression | null
      } | null
      returning: SelectItem[] | null
    }
  | {
      kind: 'update'
      table: Name
      alias: string | null
      assignments: Assignment[]
      where: Expression | null
      orderBy: OrderItem[]
      limit: Expression | null
      returning: SelectItem[] | null
    }
  | {
      kind: 'delete'
      table: Name
      alias: string | null
      where: Expression | null
      orderBy: OrderItem[]
      limit: Expression | null
      returning: SelectItem[] | null
    }
  | {
      kind: 'createTable'
      table: Name
      isIfNotExists: boolean
      columns: ColumnDefinition[]
      indexes: IndexDefinition[]
      foreignKeys: ForeignKeyDefinition[]
    }
  /** `isCascade`: foreign keys that refer to it go with it (PostgreSQL). */
  | { kind: 'dropTable'; table: Name; isIfExists: boolean; isCascade: boolean }
  /** A table that only its session has; what is in it is not modelled. */
  | { kind: 'temporaryTable'; do: 'create' | 'drop'; table: Name; isLenient: boolean }
  | { kind: 'createIndex'; index: Name | null; table: Name; columns: Name[]; isUnique: boolean }
  | { kind: 'dropIndex'; index: Name; table: Name | null; isIfExists: boolean }
  | { kind: 'addColumn'; table: Name; definition: ColumnDefinition }
  | { kind: 'dropColumn'; table: Name; column: Name }
  | { kind: 'addForeignKey'; table: Name; foreignKey: ForeignKeyDefinition }
  | { kind: 'dropForeignKey'; table: Name; name: Name }
  | { kind: 'truncate'; table: Name }
  | { kind: 'lockTable'; table: Name; mode: string }
  | { kind: 'show'; subject: ShowSubject }
  | { kind: 'use'; name: Name }
  /** `CALL mysql.rds_set_read_only(1)`: a procedure of Aurora MySQL; its name with the schema. */
  | { kind: 'call'; name: string; arguments: Expression[] }
  /** SLEEP(seconds), pg_sleep(seconds): alone in a SELECT. */
  | { kind: 'sleep'; seconds: string }
  /** Aurora's ALTER SYSTEM … and SELECT aurora_inject_…: for the reader of fault statements. */
  | { kind: 'injectFault'; text: string }
)

/** One statement of a text: its own part of it, without the semicolon. */
export type Parsed =
  | { ok: true; text: string; from: number; to: number; statement: Statement }
  | { ok: false; text: string; from: number; to: number; error: SqlError }

/** Never throws; a text of nothing but spaces and comments gives an empty list. */
export type ParseSql = (text: string, dialect: Dialect) => Parsed[]

/** `id int primary key`, as the columns of a scenario's table are written. */
export type ParseColumn = (
  text: string,
  dialect: Dialect,
) => { ok: true; definition: ColumnDefinition } | { ok: false; error: SqlError }
