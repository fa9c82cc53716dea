/** Four writers over one volume, with all laws, as the row of the full model. */
import type { BenchRow } from '../finding.ts'
import { fourWriters } from '../models/fourWriters.ts'
import { besideSimjs } from './besideSimjs.ts'

export const writersRow: BenchRow = {
  id: 'writers',
  measure: () => besideSimjs('four writers with laws', fourWriters(), 1_000_000),
}
