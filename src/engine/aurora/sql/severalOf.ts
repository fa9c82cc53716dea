/** What typed SQL does otherwise where several instances write, from the mechanism that has it. */
import type { Context, SeveralWriters } from '../mechanism.ts'

export function severalOf({ mechanisms }: Context): SeveralWriters {
  for (const { several } of mechanisms) if (several !== undefined) return several
  throw new Error('Typed SQL at several writers was not loaded')
}
