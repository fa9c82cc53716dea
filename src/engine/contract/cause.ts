/** One step of a *why*: a sentence key with its numbers, and where to look. */
import type { Parameters } from './commands.ts'
import type { SubjectId } from './ids.ts'
import type { FactId, Micros } from './units.ts'

export interface Cause {
  key: string
  parameters: Parameters
  /** 0 = the answer, 1 = its reasons, 2 = theirs … */
  depth: number
  /** Good, bad or neither, for shape and colour. */
  tone: 'good' | 'bad' | 'plain'
  at: Micros | null
  fact: FactId | null
  /** Nothing inside the run led to it: this is where it began. */
  isRoot?: boolean
  /** What to highlight. */
  subject: SubjectId | null
}
