/**
 * The door for interleavings (Formats §8): a text becomes the cases to run, with what a case leaves
 * out filled in from the file, or all its problems at once.
 */
import type { InterleavingCase, InterleavingSetup } from '../contract/interleaving.ts'
import type { ResultValue } from '../contract/sql.ts'
import type { DurationText } from '../contract/units.ts'
import { checkInterleaving } from './checkInterleaving.ts'
import { type InterleavingFile, interleavingSchema } from './interleavingSchema.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schemaProblems.ts'

export type ParsedInterleaving =
  | { ok: true; cases: InterleavingCase[] }
  | { ok: false; problems: Problem[] }

/** Larger texts are refused unread. */
const longestText = 2_000_000

type Case = InterleavingFile['cases'][number]
type Gap = 'settled' | DurationText

function refuse(message: string, allowed: string): ParsedInterleaving {
  return { ok: false, problems: [{ path: 'file', message, allowed }] }
}

export function parseInterleaving(text: string): ParsedInterleaving {
  if (text.length > longestText)
    return refuse('the text is too long', 'at most 2,000,000 characters')
  try {
    return readInterleaving(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse(`the text is not JSON: ${error.message}`, 'a JSON object')
  }
}

function readInterleaving(input: unknown): ParsedInterleaving {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('an interleaving is an object', 'a JSON object with the keys of Formats §8')
  }
  const found = schemaProblems(interleavingSchema, input)
  if (found.length > 0) return { ok: false, problems: found.map(renameRoot) }
  const file = input as InterleavingFile
  const problems = checkInterleaving(file)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, cases: file.cases.map(single => resolveCase(file, single)) }
}

/** The place of the whole is called by what it is. */
function renameRoot(problem: Problem): Problem {
  return problem.path === 'scenario' ? { ...problem, path: 'file' } : problem
}

function resolveCase(file: InterleavingFile, single: Case): InterleavingCase {
  const { id, edition, isolation, topology = 'single-master', on = {} } = single
  const otherwise = (single.gap ?? file.gap ?? 'settled') as Gap
  return {
    id,
    edition,
    isolation,
    topology,
    on: { ...on },
    release: single.release ?? (edition === 'mysql' ? '5.6' : '16'),
    setup: resolveSetup(single.setup ?? file.setup),
    steps: single.steps.map(({ session, sql, gap }) => ({
      session,
      sql,
      gap: (gap ?? otherwise) as Gap,
    })),
  }
}

function resolveSetup(setup: Case['setup']): InterleavingSetup {
  if (setup === undefined) return { kind: 'none' }
  if (Array.isArray(setup)) return { kind: 'statements', statements: setup as string[] }
  const { table, columns, rows } = setup
  return {
    kind: 'table',
    table,
    columns: columns as string[],
    rows: rows as ResultValue[][],
  }
}
