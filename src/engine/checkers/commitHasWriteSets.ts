/**
 * Multi-Master: when a client is told that its transaction is committed, every page it changed and
 * its commit record are held by a write set of their group (rule C17).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { MmTransaction } from '../aurora/multimaster/multiMaster.ts'
import { isSatisfied, bitCount } from '../aurora/storage/quorum.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'commitHasWriteSets'

/** Serial of the one acknowledged last. */
interface Acknowledged {
  serial: number
}

export const commitHasWriteSets: Law<Acknowledged> = {
  id,
  rule: 'C17',
  watches: ['commitCount'],
  remember: () => ({ serial: 0 }),
  after({ world, touched }, acknowledged) {
    const { ended } = mmOf(world)
    for (let back = 1; back <= touched.commitCount; back++) {
      const transaction = ended[ended.length - back]
      if (transaction?.state !== 'committed') continue
      acknowledged.serial = transaction.serial
      const broken = check(world, transaction)
      if (broken) return broken
    }
    return null
  },
  sweep(world, { serial }) {
    const last = mmOf(world).ended.find(its => its.serial === serial)
    return last ? check(world, last) : null
  },
}

/** All its records, from the first to the commit record; those of a refused group do not count. */
function check(world: World, transaction: MmTransaction): Broken | null {
  const { serial, writer, firstLsn, commitLsn } = transaction
  const { log } = mmOf(world).writers[writer]!
  for (let row = log.length - 1; row >= 0 && log[row]!.lsn >= firstLsn; row--) {
    const { transaction: its, heldBy, lsn, group, state } = log[row]!
    if (its !== serial || lsn > commitLsn || state === 'refused') continue
    if (isSatisfied(world.groups[group]!.write, heldBy)) continue
    const parameters = { transaction: serial, lsn, held: bitCount(heldBy) }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}
