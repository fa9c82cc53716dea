/** Calling a function by its name: of values, else of the session or the server. */
import type { Expression } from '../../../contract/statement.ts'
import { databaseName, refuseFor } from '../errors/sqlError.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import { numberFunctions } from './numberFunctions.ts'
import type { Scope } from './scope.ts'
import type { SqlFunction } from './sqlFunction.ts'
import { textFunctions } from './textFunctions.ts'
import { typeOf } from './typeOf.ts'

export type Call = Extract<Expression, { kind: 'call' }>

const functions: Record<string, SqlFunction> = { ...numberFunctions, ...textFunctions }

/** Numbers of the releases that the dialects are taken from (*assumption*: the minor ones). */
const versions = {
  'mysql-5.6': '5.6.10',
  'mysql-5.7': '5.7.12',
  'mysql-8.0': '8.0.39',
  'postgresql-16': 'PostgreSQL 16.4',
}

function serverFunction(name: string, scope: Scope): SqlValue | undefined {
  const isMysql = editionOf(scope.dialect) === 'mysql'
  if (name === 'version') return versions[scope.dialect]
  const ofDatabase = isMysql ? ['database', 'schema'] : ['current_database', 'current_catalog']
  if (ofDatabase.includes(name)) return databaseName
  return !isMysql && name === 'current_schema' ? 'public' : undefined
}

/** Those that evaluate only the arguments they need; the number of arguments they take. */
const lazy: Record<string, [least: number, most: number]> = {
  coalesce: [1, 100],
  ifnull: [2, 2],
  if: [3, 3],
}

function isOfEdition(found: SqlFunction, scope: Scope): boolean {
  return found.edition === undefined || found.edition === editionOf(scope.dialect)
}

export function functionOf(name: string, scope: Scope): SqlFunction | null {
  const found = Object.hasOwn(functions, name) ? functions[name]! : null
  return found !== null && isOfEdition(found, scope) ? found : null
}

function refuseCall(
  call: Call,
  scope: Scope,
  cause: 'unknownFunction' | 'wrongArgumentCount',
): never {
  const types = call.arguments.map(part => typeOf(part, scope)).join(', ')
  return refuseFor(scope.dialect, cause, { name: call.name, types }, call.at)
}

function sessionValue(call: Call, scope: Scope): SqlValue | undefined {
  if (call.arguments.length > 0) return undefined
  return scope.sessionFunction(call.name) ?? serverFunction(call.name, scope)
}

function isLazyHere(name: string, scope: Scope): boolean {
  if (!Object.hasOwn(lazy, name)) return false
  return name === 'coalesce' || editionOf(scope.dialect) === 'mysql'
}

/** Whether there is such a function with so many arguments; refuses the call if not. */
export function checkCall(call: Call, scope: Scope): void {
  const count = call.arguments.length
  const found = functionOf(call.name, scope)
  const [least, most] = isLazyHere(call.name, scope)
    ? lazy[call.name]!
    : [found?.least ?? 1, found?.most ?? 0]
  if (count >= least && count <= most) return
  if (sessionValue(call, scope) !== undefined) return
  const isKnown = found !== null || isLazyHere(call.name, scope)
  refuseCall(call, scope, isKnown ? 'wrongArgumentCount' : 'unknownFunction')
}

/** The arguments have been evaluated. Not for `coalesce`, `ifnull` and `if`. */
export function callFunction(call: Call, values: readonly SqlValue[], scope: Scope): SqlValue {
  const found = functionOf(call.name, scope)
  const { dialect, isChange = false } = scope
  if (found === null || values.length < found.least || values.length > found.most) {
    checkCall(call, scope)
    return sessionValue(call, scope) ?? null
  }
  if (!found.takesNull && values.includes(null)) return null
  const isMysql = editionOf(dialect) === 'mysql'
  return found.answer(values, { dialect, isMysql, isChange })
}
