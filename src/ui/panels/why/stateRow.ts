/** One line about the selected thing: what, how it is, and what the glossary calls it. */
import type { Term } from '../../../words/glossary.ts'

export interface StateRow {
  name: string
  value: string
  /** What the glossary calls it. */
  term?: Term
  /** Shown only when unfolded. */
  isRaw?: boolean
}
