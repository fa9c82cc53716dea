/** `check FILE`: the verdict on histories of transactions or of operations (Formats §7). */
import { readFileSync } from 'node:fs'
import type { LinVerdict, TxnVerdict } from '../engine/contract/history.ts'
import { judgeHistories, parseHistory } from '../engine/answers.ts'
import { Refusal, refuse } from './refusal.ts'

const allowed = 'check FILE'

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return refuse(path, `cannot be read: ${(error as Error).message}`, 'a readable file')
  }
}

/** An anomaly is an answer; only what cannot be judged is bad input. */
export function runCheck(words: string[]): {
  output: (TxnVerdict | LinVerdict)[]
  exitCode: number
} {
  const [path, ...rest] = words
  if (path === undefined) return refuse('check', 'the file is missing', allowed)
  if (rest.length > 0) return refuse('check', `"${rest[0]}" is one word too many`, allowed)
  const parsed = parseHistory(readText(path))
  if (!parsed.ok) {
    throw new Refusal(parsed.problems.map(its => ({ ...its, path: `${path}: ${its.path}` })))
  }
  return { output: judgeHistories(parsed.file), exitCode: 0 }
}
