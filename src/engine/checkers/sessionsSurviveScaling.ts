/**
 * Serverless v2: a change of capacity, and a move to another host, takes nobody's connection: in
 * the event in which it happens the process lives on, no console goes and no application counts an
 * error.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'sessionsSurviveScaling'

interface Seen {
  /** By instance: what is reported while it is awake; -1 = it is not. */
  reported: number[]
  lives: number[]
  consoles: number
  errors: number
  migrations: number
  restarts: number
}

export const sessionsSurviveScaling: Law<Seen> = {
  id,
  rule: 'S20',
  watches: 'always',
  remember: seenOf,
  after: ({ world }, seen) => check(world, seen),
  sweep: () => null,
}

function seenOf({ serverless, instances, applications, sql }: World): Seen {
  const reported = instances.map(() => -1)
  for (const { instance, state, reported: its } of serverless?.capacities ?? []) {
    if (state === 'active') reported[instance] = its
  }
  return {
    reported,
    lives: instances.map(({ life }) => life),
    consoles: sql?.places.reduce((sum, { connections }) => sum + connections.length, 0) ?? 0,
    errors: applications.reduce((sum, { errors }) => sum + errors, 0),
    migrations: serverless?.v2?.hosts?.migrations ?? 0,
    restarts: serverless?.v2?.short.reduce((sum, { restarts }) => sum + restarts, 0) ?? 0,
  }
}

function check(world: World, seen: Seen): Broken | null {
  if (!world.serverless) return null
  const before = { ...seen }
  Object.assign(seen, seenOf(world))
  const hasScaled = before.reported.some((had, instance) => isScaled(had, seen.reported[instance]!))
  const isMoved = seen.migrations > before.migrations
  if ((!hasScaled && !isMoved) || seen.restarts > before.restarts) return null
  const isAlive = seen.lives.every((life, instance) => life === before.lives[instance])
  if (isAlive && seen.consoles >= before.consoles && seen.errors === before.errors) return null
  const parameters = { consoles: seen.consoles, errors: seen.errors - before.errors }
  return { law: id, key: `law.${id}`, parameters }
}

function isScaled(had: number, has: number): boolean {
  return had >= 0 && has >= 0 && had !== has
}
