/** `sql FILE`: plays the cases of an interleaving, each in a cluster of its own (Formats §8). */
import { readFileSync } from 'node:fs'
import type { CaseAnswer } from '../engine/contract/interleaving.ts'
import { parseInterleaving } from '../engine/answers.ts'
import { playCase } from './interleave/playCase.ts'
import { Refusal, refuse } from './refusal.ts'
import { showProgress } from './showProgress.ts'

const allowed = 'sql FILE'

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return refuse(path, `cannot be read: ${(error as Error).message}`, 'a readable file')
  }
}

/** A refused statement is an answer; only what cannot be played at all is bad input. */
export function runSql(words: string[]): { output: CaseAnswer[]; exitCode: number } {
  const [path, ...rest] = words
  if (path === undefined) return refuse('sql', 'the file is missing', allowed)
  if (rest.length > 0) return refuse('sql', `"${rest[0]}" is one word too many`, allowed)
  const parsed = parseInterleaving(readText(path))
  if (!parsed.ok) {
    throw new Refusal(parsed.problems.map(its => ({ ...its, path: `${path}: ${its.path}` })))
  }
  const output = parsed.cases.map((single, index) => {
    showProgress(`case ${index + 1} of ${parsed.cases.length}`)
    return playCase(single, `${path}: cases[${index}]`)
  })
  return { output, exitCode: 0 }
}
