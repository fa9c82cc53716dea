/**
 * Serverless v1: a switch that was not forced takes nobody's connection: in the event in which it
 * ends the process lives on and no session or console loses what it had.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'sessionsSurviveSwitches'

interface Seen {
  switches: number
  forced: number
  life: number
  consoles: number
  reconnecting: number
  errors: number
}

export const sessionsSurviveSwitches: Law<Seen> = {
  id,
  rule: 'E18',
  watches: 'always',
  remember: seenOf,
  after: ({ world }, seen) => check(world, seen),
  sweep: () => null,
}

const reconnecting = 2

function seenOf(world: World): Seen {
  const { switches = 0, forced = 0 } = world.serverless?.v1 ?? {}
  const index = world.serverless?.capacities[0]?.instance ?? 0
  let lost = 0
  let errors = 0
  for (const { state, errors: its } of world.applications) {
    errors += its
    for (const one of state) if (one === reconnecting) lost++
  }
  return {
    switches,
    forced,
    life: world.instances[index]!.life,
    consoles: world.sql?.places[index]?.connections.length ?? 0,
    reconnecting: lost,
    errors,
  }
}

function check(world: World, seen: Seen): Broken | null {
  const before = { ...seen }
  const v1 = world.serverless?.v1
  if (!v1) return null
  Object.assign(seen, seenOf(world))
  const hasSwitched = seen.switches > before.switches && v1.lastEnd !== 'force'
  if (!hasSwitched) return null
  const isKept = seen.life === before.life && seen.consoles >= before.consoles
  if (isKept && seen.reconnecting <= before.reconnecting && seen.errors === before.errors)
    return null
  const parameters = { consoles: seen.consoles, reconnecting: seen.reconnecting }
  return { law: id, key: `law.${id}`, parameters }
}
