/** The door for histories (Formats §7): a text becomes a file to judge, or all its problems. */
import type { HistoryFile } from '../contract/history.ts'
import { checkHistory } from './checkHistory.ts'
import { checkOperations } from './checkOperations.ts'
import { linFileSchema, txnFileSchema } from './historySchema.ts'
import { type Problem, renderPath, showValue } from './problem.ts'
import { schemaProblems } from './schemaProblems.ts'

export type ParsedHistory = { ok: true; file: HistoryFile } | { ok: false; problems: Problem[] }

/** Larger texts are refused unread. */
const longestText = 100_000_000

const formats = '"txn-history/1", "lin-history/1"'

function refuse(path: string, message: string, allowed: string): ParsedHistory {
  return { ok: false, problems: [{ path, message, allowed }] }
}

export function parseHistory(text: string): ParsedHistory {
  if (text.length > longestText) {
    return refuse('file', 'the text is too long', 'at most 100,000,000 characters')
  }
  try {
    return readHistory(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return refuse('file', `the text is not JSON: ${error.message}`, 'a JSON object')
  }
}

function readHistory(input: unknown): ParsedHistory {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse('file', 'a file of histories is an object', 'the keys format, histories')
  }
  const { format } = input as { format?: unknown }
  if (format === undefined) return refuse('format', 'is missing', formats)
  if (format !== 'txn-history/1' && format !== 'lin-history/1') {
    return refuse('format', `${showValue(format)} is not allowed here`, formats)
  }
  const found = schemaProblems(format === 'txn-history/1' ? txnFileSchema : linFileSchema, input)
  const problems = found.length > 0 ? found : problemsOf(input as HistoryFile)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, file: input as HistoryFile }
}

function problemsOf(file: HistoryFile): Problem[] {
  const problems =
    file.format === 'txn-history/1'
      ? file.histories.flatMap((its, index) => checkHistory(its, ['histories', index]))
      : file.histories.flatMap((its, index) => checkOperations(its, ['histories', index]))
  return [...problems, ...takenIds(file)]
}

function takenIds({ histories }: HistoryFile): Problem[] {
  const seen = new Set<string | number>()
  return histories.flatMap(({ id }, index) => {
    const isTaken = seen.has(id)
    seen.add(id)
    if (!isTaken) return []
    const path = renderPath(['histories', index, 'id'])
    return [{ path, message: `the id ${showValue(id)} is taken`, allowed: 'a free id' }]
  })
}
