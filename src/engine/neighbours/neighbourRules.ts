/**
 * How each neighbour decides, as far as it is published (SPEC X). `null` says that no source we
 * have tells it, and the play says so too.
 */
import type { NeighbourId } from '../contract/neighbour.ts'

export interface NeighbourRule {
  id: NeighbourId
  /**
   * `pageAtWrite`: a write is refused when another writer has just changed its page. `rowAtCommit`:
   * a commit is refused when another committed a row that it writes. `rowWait`: a write waits for
   * whoever has the row.
   */
  decides: 'pageAtWrite' | 'rowAtCommit' | 'rowWait'
  /** Who loses when two wait for each other; `one`: one of them, which one is not told. */
  cycle: 'requester' | 'one' | null
  /** Whether both may commit when each reads what the other changes. */
  allowsWriteSkew: boolean | null
}

export const neighbourRules: NeighbourRule[] = [
  { id: 'multiMaster', decides: 'pageAtWrite', cycle: null, allowsWriteSkew: true },
  { id: 'singleMaster', decides: 'rowWait', cycle: 'requester', allowsWriteSkew: true },
  { id: 'dsql', decides: 'rowAtCommit', cycle: null, allowsWriteSkew: true },
  { id: 'galera', decides: 'rowAtCommit', cycle: null, allowsWriteSkew: null },
  { id: 'taurus', decides: 'rowWait', cycle: null, allowsWriteSkew: null },
  { id: 'polardb', decides: 'rowWait', cycle: null, allowsWriteSkew: null },
  { id: 'limitless', decides: 'rowWait', cycle: 'one', allowsWriteSkew: null },
]
