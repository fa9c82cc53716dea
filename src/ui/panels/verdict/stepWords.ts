/** Steps of a cycle as sentences: who did what, and what the other saw of it. */
import type { RunStep, RunTransaction } from '../../../engine/contract/history.ts'

export function nameOf({ id, session, instance }: RunTransaction): string {
  return `T${id} (${session} at ${instance})`
}

/** `account/1` and, of an application, `account/row/1` → `row 1 of account`. */
export function keyWords(key: string | null): string {
  if (key === null) return ''
  const [table, row] = key.split(/\/(?:row\/)?(.*)/)
  return row === undefined ? key : `row ${row} of ${table}`
}

export function stepWords(step: RunStep, from: string, to: string): string {
  const row = keyWords(step.key)
  if (step.isPredicate) return predicateWords(step, from, to)
  switch (step.kind) {
    case 'ww':
      return `${to} changed ${row} after ${from} had changed it.`
    case 'wr':
      return `${to} read ${row} as ${from} had left it.`
    case 'rw':
      return `${from} read ${row} as it was before ${to} changed it.`
    case 'process':
      return `${to} came after ${from} in the same session.`
    case 'realtime':
      return `${to} began after ${from} had been answered.`
  }
}

function predicateWords({ kind, key }: RunStep, from: string, to: string): string {
  const where = keyWords(key)
  if (kind === 'rw') return `${from} asked with WHERE and missed what ${to} did to ${where}.`
  return `${to} asked with WHERE, and ${from}’s change of ${where} counted in the answer.`
}
