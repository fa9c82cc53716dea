/**
 * Multi-Master: a transaction is visible at a writer as a whole or not at all: all its changes
 * ended alike, at one place of one stream (rule C29).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'visibleAsAWhole'

export const visibleAsAWhole: Law<null> = {
  id,
  rule: 'C29',
  watches: ['instanceCount'],
  remember: () => null,
  after({ world, touched }) {
    const { ended } = mmOf(world)
    const latest = ended[ended.length - 1]
    if (touched.instanceCount === 0 || !latest) return null
    return check(world, latest.changes, latest.serial)
  },
  sweep(world) {
    const { changes } = mmOf(world)
    const bySerial = new Map<number, number[]>()
    for (let change = 0; change < changes.row.length; change++) {
      if (changes.row[change]! < 0) continue
      const serial = changes.transaction[change]!
      bySerial.set(serial, [...(bySerial.get(serial) ?? []), change])
    }
    for (const [serial, its] of bySerial) {
      const broken = check(world, its, serial)
      if (broken) return broken
    }
    return null
  },
}

/** Those that every writer knows are settled, and their places given to others. */
function check(world: World, given: readonly number[], serial: number): Broken | null {
  const { changes } = mmOf(world)
  const own = given.filter(its => changes.row[its]! >= 0 && changes.transaction[its] === serial)
  const [first] = own
  if (first === undefined) return null
  for (const change of own) {
    const isAlike =
      changes.outcome[change] === changes.outcome[first] &&
      changes.endPlace[change] === changes.endPlace[first] &&
      changes.writer[change] === changes.writer[first]
    if (isAlike) continue
    const parameters = { transaction: serial, row: changes.row[change]! }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}
