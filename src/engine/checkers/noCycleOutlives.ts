/**
 * No cycle of waits outlives its detection: none stands after an event in MySQL, which looks when a
 * wait begins, and none stands longer than deadlock_timeout in PostgreSQL (rule K15).
 */
import type { Context } from '../aurora/context.ts'
import type { Lock } from '../aurora/relations/locks/lockTypes.ts'
import { findCycle } from '../aurora/relations/locks/waitsFor.ts'
import type { Desk } from '../aurora/relations/relations.ts'
import type { World } from '../aurora/world.ts'
import type { Micros } from '../contract/units.ts'
import type { Broken, Law } from './law.ts'
import { type LocksSeen, lookAtLocks } from './sqlTouches.ts'

const id = 'noCycleOutlives'

interface Memory {
  seen: LocksSeen
  found: InCycle[]
}

/** A transaction found in a cycle, by what it waits for and with whom, and until when it may. */
interface InCycle {
  place: number
  transaction: number
  resource: string
  cycle: string
  until: Micros
}

export const noCycleOutlives: Law<Memory> = {
  id,
  rule: 'K15',
  watches: 'always',
  remember: () => ({ seen: [], found: [] }),
  after({ world }: Context, memory) {
    if (world.sql === null) return null
    lookAtLocks(world, memory.seen, (desk, queue) => {
      note(world, memory, desk, queue)
      return null
    })
    return memory.found.length === 0 ? null : check(world, memory)
  },
  sweep: (world, memory) => check(world, memory),
}

function note(world: World, { found }: Memory, desk: Desk, queue: readonly Lock[]): void {
  for (const { transaction, resource, isGranted } of queue) {
    const cycle = isGranted ? null : cycleOf(desk, transaction)
    if (cycle === null) continue
    const place = world.sql!.places.findIndex(one => one.desk === desk)
    const isIt = (one: InCycle) => one.place === place && one.transaction === transaction
    if (found.some(one => isIt(one) && one.resource === resource && one.cycle === cycle)) continue
    const until = world.now + patienceOf(world, desk)
    found.push({ place, transaction, resource, cycle, until })
  }
}

/** Its members; another cycle through the same wait has its own time. */
function cycleOf({ locks }: Desk, transaction: number): string | null {
  return (
    findCycle(locks, transaction)
      ?.slice()
      .sort((one, other) => one - other)
      .join(' ') ?? null
  )
}

function patienceOf(world: World, { sessions }: Desk): Micros {
  if (world.sql!.relations.dialect !== 'postgresql-16') return 0
  return Math.max(...[...sessions.values()].map(({ deadlockTimeout }) => deadlockTimeout), 0)
}

function check(world: World, memory: Memory): Broken | null {
  memory.found = memory.found.filter(({ place, transaction, resource, cycle }) => {
    const desk = world.sql?.places[place]?.desk
    if (desk?.locks.waits.get(transaction) !== resource) return false
    return cycleOf(desk, transaction) === cycle
  })
  const isMysql = world.sql?.relations.dialect !== 'postgresql-16'
  const late = memory.found.find(({ until }) => isMysql || until < world.now)
  if (late === undefined) return null
  const instance = world.instances[late.place]!.id
  return { law: id, key: `law.${id}`, parameters: { instance, transaction: late.transaction } }
}
