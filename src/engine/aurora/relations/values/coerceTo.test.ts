/**
 * What a column makes of a value: stored text or error, as PostgreSQL 15 and MariaDB 10.11 (with
 * MySQL's way of naming a column in its errors) did with an INSERT, recorded once.
 */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnDefinition, Select } from '../../../contract/statement.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { refusalOf } from '../errors/refusal.ts'
import { checkAssignment } from '../expressions/checkNames.ts'
import { evaluate } from '../expressions/evaluate.ts'
import type { Scope } from '../expressions/scope.ts'
import { coerceTo } from './coerceTo.ts'
import recorded from './testing/storedValues.json'
import { textOf } from './value.ts'

type Stored = string | null | [code: string, message: string]

function definitionOf(type: string, dialect: Dialect): ColumnDefinition {
  const read = parseColumn(`x ${type}`, dialect)
  if (!read.ok) throw new Error(read.error.message)
  return read.definition
}

function scopeOf(dialect: Dialect): Scope {
  return {
    dialect,
    tableName: null,
    columns: [],
    row: null,
    proposed: null,
    variable: () => undefined,
    sessionFunction: () => undefined,
    answerOf: () => [],
    outer: null,
  }
}

function store(type: string, value: string, dialect: Dialect): Stored {
  const column = { name: 'x', type: definitionOf(type, dialect).type }
  const [parsed] = parseSql(`SELECT ${value}`, dialect)
  const { expression } = (parsed?.ok ? (parsed.statement as Select) : null)!.items[0]!
  const scope = scopeOf(dialect)
  checkAssignment(column, expression, scope)
  const stored = coerceTo(column, evaluate(expression, scope), dialect)
  if (typeof stored === 'boolean') return stored ? 't' : 'f'
  return stored === null ? null : textOf(stored)
}

function storedOrRefused(type: string, value: string, dialect: Dialect): Stored {
  try {
    return store(type, value, dialect)
  } catch (thrown) {
    const error = refusalOf(thrown)
    if (error === null) throw thrown
    return [String(error.code), error.message]
  }
}

test.each(recorded.postgresql as [type: string, value: string, stored: Stored][])(
  'V10, V12 in PostgreSQL: a column of %s given %s',
  (type, value, stored) => {
    expect(storedOrRefused(type, value, 'postgresql-16')).toEqual(stored)
  },
)

test.each(recorded.mysql as [type: string, value: string, stored: Stored][])(
  'V11, V12 in MySQL: a column of %s given %s',
  (type, value, stored) => {
    expect(storedOrRefused(type, value, 'mysql-8.0')).toEqual(stored)
  },
)
