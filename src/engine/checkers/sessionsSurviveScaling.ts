/**
 * Serverless v2: a change of capacity, and a move to another host, takes nobody's connection: in
 * the event in which it happens no process dies, no console goes and no application counts an
 * error.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'sessionsSurviveScaling'

interface Seen {
  /** By instance: what is reported while it is awake; -1 = it is not. */
  reported: number[]
  lives: number
  consoles: number
  errors: number
  migrations: number
  restarts: number
}

export const sessionsSurviveScaling: Law<Seen> = {
  id,
  rule: 'S20',
  watches: 'always',
  remember: world => {
    const reported = world.instances.map(() => -1)
    const seen = { reported, lives: 0, consoles: 0, errors: 0, migrations: 0, restarts: 0 }
    hasScaled(world, seen)
    note(world, seen)
    return seen
  },
  after: ({ world }, seen) => check(world, seen),
  sweep: () => null,
}

function check(world: World, seen: Seen): Broken | null {
  const { lives, consoles, errors, migrations, restarts } = seen
  const isScaled = hasScaled(world, seen)
  note(world, seen)
  if (world.serverless?.v1) return null
  const isMoved = seen.migrations > migrations
  if ((!isScaled && !isMoved) || seen.restarts > restarts) return null
  if (seen.lives === lives && seen.consoles >= consoles && seen.errors === errors) return null
  const parameters = { consoles: seen.consoles, errors: seen.errors - errors }
  return { law: id, key: `law.${id}`, parameters }
}

/** Awake before and after, with another capacity; notes what there is now. */
function hasScaled({ serverless }: World, { reported }: Seen): boolean {
  let isScaled = false
  for (const capacity of serverless?.capacities ?? []) {
    const had = reported[capacity.instance]!
    const has = capacity.state === 'active' ? capacity.reported : -1
    if (had >= 0 && has >= 0 && had !== has) isScaled = true
    reported[capacity.instance] = has
  }
  return isScaled
}

function note({ serverless, instances, applications, sql }: World, seen: Seen): void {
  seen.lives = 0
  seen.errors = 0
  seen.consoles = 0
  seen.restarts = 0
  for (const { life } of instances) seen.lives += life
  for (const { errors } of applications) seen.errors += errors
  for (const { connections } of sql?.places ?? []) seen.consoles += connections.length
  for (const { restarts } of serverless?.v2?.short ?? []) seen.restarts += restarts
  seen.migrations = serverless?.v2?.hosts?.migrations ?? 0
}
