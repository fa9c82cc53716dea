/**
 * Temporary tables: a session has them until it drops them or ends, and nobody else sees them. They
 * are in the memory of the instance, not in the volume. What is in them is not modelled. Rule I51.
 */
import type { Name, Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refuseFor } from '../errors/sqlError.ts'
import type { Work } from '../sessions/work.ts'
import { areSameTable } from '../tables/findTable.ts'
import { editionOf } from '../values/value.ts'
import { done } from './transactions.ts'

type Of = Extract<Statement, { kind: 'temporaryTable' }>

/** As it was named; null = the session has none of this name. */
function temporaryOf({ session, relations }: Work, { name }: Name): string | null {
  return session.temporaries?.find(its => areSameTable(relations, its, name)) ?? null
}

export function temporaryTable(work: Work, statement: Of): Answer {
  return statement.do === 'create' ? create(work, statement) : drop(work, statement)
}

function create(work: Work, { table, isLenient }: Of): Answer {
  const { session, relations } = work
  const isPostgresql = editionOf(relations.dialect) === 'postgresql'
  if (isPostgresql && session.transaction?.isExplicit) {
    const what = 'temporary tables made in a transaction'
    refuseFor(relations.dialect, 'playgroundLimit', { what }, table.at)
  }
  if (temporaryOf(work, table) !== null) {
    if (isLenient) return done
    refuseFor(relations.dialect, 'tableExists', { table: table.name }, table.at)
  }
  session.temporaries = [...(session.temporaries ?? []), table.name]
  return done
}

function drop(work: Work, { table, isLenient }: Of): Answer {
  if (dropsTemporary(work, table) || isLenient) return done
  return refuseFor(work.relations.dialect, 'unknownTableToDrop', { table: table.name }, table.at)
}

/** It is the temporary one that goes, where there are two of a name. */
export function dropsTemporary(work: Work, name: Name): boolean {
  const { session } = work
  const gone = temporaryOf(work, name)
  if (gone === null) return false
  session.temporaries = session.temporaries!.filter(its => its !== gone)
  return true
}

/** A name means the temporary table first, and that has no rows here. */
export function refuseTemporary(work: Work, name: Name): void {
  if (temporaryOf(work, name) === null) return
  const what = 'rows of temporary tables'
  refuseFor(work.relations.dialect, 'playgroundLimit', { what }, name.at)
}
