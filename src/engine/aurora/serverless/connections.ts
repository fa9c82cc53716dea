/**
 * Open user connections of an instance: a session holds one while it lives, even when it only
 * thinks, and a fluid demand holds its own while its level is above zero. Rule S9.
 */
import { sessionState } from '../endpoint/createApplication.ts'
import type { World } from '../world.ts'

export function connectionsAt(world: World, instance: number): number {
  let open = connectionsOfSessions(world, instance)
  for (const demand of world.serverless!.demands) {
    const { connections } = world.setup.demand[demand.index]!
    if (demand.instance === instance && demand.level > 0) open += connections
  }
  return open
}

export function connectionsOfSessions(world: World, instance: number): number {
  let open = 0
  for (let index = 0; index < world.applications.length; index++) {
    if (world.setup.workload[index]!.kind === 'sessions') open += sessionsAt(world, index, instance)
  }
  return open
}

function sessionsAt({ applications }: World, index: number, instance: number): number {
  const { state, target } = applications[index]!
  let open = 0
  for (let session = 0; session < state.length; session++) {
    if (state[session] !== sessionState.retired && target[session] === instance) open++
  }
  return open
}

/** Bytes of the tables that its connected applications use. */
export function workingSetAt(world: World, instance: number): number {
  const isUsed = world.setup.tables.map(() => false)
  for (let index = 0; index < world.applications.length; index++) {
    if (sessionsAt(world, index, instance) > 0) isUsed[world.setup.workload[index]!.table] = true
  }
  let pages = 0
  for (let table = 0; table < isUsed.length; table++) {
    if (isUsed[table]) pages += world.setup.tables[table]!.pages
  }
  return pages * 16_384
}
