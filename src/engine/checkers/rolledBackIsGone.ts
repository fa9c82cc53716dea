/**
 * Multi-Master: nothing of a transaction that was rolled back is ever visible to a reader that
 * reads committed values (rule C18).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { MmTransaction } from '../aurora/multimaster/multiMaster.ts'
import { seenAt } from '../aurora/multimaster/rowChanges.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'rolledBackIsGone'
const kept = 64

/** The last ones rolled back, and the rows that they had changed. */
interface Gone {
  last: number
  rows: { serial: number; rows: number[] }[]
}

export const rolledBackIsGone: Law<Gone> = {
  id,
  rule: 'C18',
  watches: ['instanceCount'],
  remember: () => ({ last: 0, rows: [] }),
  after({ world, touched }, gone) {
    const { ended } = mmOf(world)
    const latest = ended[ended.length - 1]
    if (touched.instanceCount === 0 || latest === undefined) return null
    if (latest.state !== 'rolledBack' || latest.serial === gone.last) return null
    keep(gone, latest)
    return check(world, gone.rows[gone.rows.length - 1]!)
  },
  sweep(world, gone) {
    for (const one of gone.rows) {
      const broken = check(world, one)
      if (broken) return broken
    }
    return null
  },
}

function keep(gone: Gone, { serial, writes }: MmTransaction): void {
  gone.last = serial
  gone.rows.push({ serial, rows: [...writes] })
  if (gone.rows.length > kept) gone.rows.shift()
}

function check(world: World, { serial, rows }: Gone['rows'][number]): Broken | null {
  for (const row of rows) {
    for (let writer = 0; writer < world.instances.length; writer++) {
      if (seenAt(world, writer, row, 0).writtenBy !== serial) continue
      const instance = world.instances[writer]!.id
      return { law: id, key: `law.${id}`, parameters: { transaction: serial, row, instance } }
    }
  }
  return null
}
