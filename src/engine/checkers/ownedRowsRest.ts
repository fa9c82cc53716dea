/**
 * While a row of an interrupted transaction waits to be put back, nobody else changes it (2017
 * §4.3: undo runs beside user work). Rules R12, K10.
 */
import type { Context } from '../aurora/context.ts'
import { isAnnulled, recordFlag, rowOf } from '../aurora/storage/redoLog.ts'
import { isOwned } from '../aurora/undo/beginUndo.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'ownedRowsRest'

interface Seen {
  /** Ordinal up to which records were looked at. */
  ordinal: number
}

export const ownedRowsRest: Law<Seen> = {
  id,
  rule: 'K10',
  watches: ['instanceCount'],
  remember: ({ log }) => ({ ordinal: log.next - 1 }),
  after({ touched, world }: Context, seen) {
    if (touched.instanceCount === 0) return null
    const broken = world.undo === null ? null : check(world, seen.ordinal)
    seen.ordinal = world.log.next - 1
    return broken
  },
  sweep: () => null,
}

function check(world: World, above: number): Broken | null {
  const { log } = world
  for (let ordinal = Math.max(above + 1, log.first); ordinal < log.next; ordinal++) {
    if (!isUserChange(world, ordinal)) continue
    const row = rowOf(log, ordinal)
    const page = log.page[row]!
    if (!isOwned(world, page, log.place[row]!)) continue
    const parameters = { page, lsn: log.lsn[row]!, transaction: log.transaction[row]! }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}

function isUserChange({ log }: World, ordinal: number): boolean {
  const { consistencyPoint, commit, undoing } = recordFlag
  const flags = log.flags[rowOf(log, ordinal)]!
  const isChange = (flags & (consistencyPoint | commit | undoing)) === consistencyPoint
  return isChange && !isAnnulled(log, ordinal)
}
