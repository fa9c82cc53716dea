/**
 * The first statement wakes typed SQL: the consoles join the network as one more actor, and the
 * tables of the scenario are there, lazily made, as they were all along. Rules J1, J2.
 */
import { growNetwork } from '../../kernel/growNetwork.ts'
import type { Context } from '../context.ts'
import { createDesk } from '../relations/createDesk.ts'
import { createRelations, type TableSetup } from '../relations/createRelations.ts'
import type { Desk } from '../relations/relations.ts'
import { pagesOfTables } from '../database/groupOfPage.ts'
import type { World } from '../world.ts'
import { addPage, cacheNew } from './growPages.ts'
import { severalOf } from './severalOf.ts'
import { readTable, type SqlGrammar } from './sqlTables.ts'
import type { SqlWorld } from './sqlWorld.ts'

/** The actor that all consoles share. */
export const consolesName = 'consoles'

/** Does nothing when it is awake. */
export function awaken(ctx: Context, grammar: SqlGrammar): SqlWorld {
  const { world } = ctx
  if (world.sql) return world.sql
  const actor = world.actors.length
  world.actors.push(consolesName)
  growNetwork(world.network, world.actors.length)
  let nextPage = pagesOfTables(world.setup)
  const takePage = () =>
    world.multiMaster ? severalOf(ctx).pageOfScenario(ctx, nextPage++) : ownPage(ctx, nextPage++)
  const relations = createRelations(world.setup.dialect, tablesOf(world, grammar), takePage)
  relations.rowsPerPage = world.setup.parameters['instance.rowsPerPage']
  world.sql = {
    actor,
    relations,
    places: world.instances.map(() => ({ desk: deskOf(world), connections: [] })),
    clients: [],
    statements: [],
    firstKept: 1,
    nextPage,
    lastWait: 0,
    conflicts: [],
    ...(world.multiMaster && { several: { lastOwner: 0, writing: [], definitions: [] } }),
    counts: { rolledBack: 0, deadlocks: 0, lockTimeouts: 0 },
  }
  return world.sql
}

function ownPage(ctx: Context, next: number): number {
  const { world } = ctx
  const page = addPage(ctx, next)
  for (let index = 0; index < world.instances.length; index++) cacheNew(world, index, page)
  return page
}

export function deskOf({ parameters }: World): Desk {
  return createDesk({
    lockWaitTimeout: parameters['instance.lockWaitTimeout'],
    deadlockTimeout: parameters['instance.deadlockTimeout'],
    lockTimeout: parameters['instance.lockTimeout'],
    rollbackOnTimeout: false,
    ssiTuplesPerPage: parameters['instance.ssiTuplesPerPage'],
    scanRows: parameters['sql.scanRows'],
  })
}

/** What is wrong with the tables of the scenario; null = nothing. Found when it is opened. */
export function problemOfTables(
  { setup }: World,
  grammar: SqlGrammar,
): { table: string; message: string } | null {
  for (const given of setup.tables) {
    const read = readTable(grammar, setup.dialect, given)
    if (!read.ok) return { table: given.name, message: read.problems[0]!.message }
  }
  return null
}

export function tablesOf({ setup }: World, grammar: SqlGrammar): TableSetup[] {
  return setup.tables.map(given => {
    const read = readTable(grammar, setup.dialect, given)
    if (!read.ok) throw new Error(read.problems[0]!.message)
    return read.table
  })
}
