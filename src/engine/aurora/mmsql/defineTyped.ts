/**
 * Definitions typed at any writer go through the owner of DDL: there they queue, every writer may
 * only read the table meanwhile, connections that use it elsewhere are cut (2013), and the
 * statement goes on when all know of it and nobody is at work on the table. Rules J26, D19, D22.
 */
import type { Context } from '../context.ts'
import { transactionPhase } from '../database/transactions.ts'
import { askForDdl, isUnderDdl } from '../multimaster/ddl.ts'
import { mmOf } from '../multimaster/mmPlaces.ts'
import { definitionResource } from '../relations/locks/resources.ts'
import { noteFenced } from '../relations/statements/defineFirst.ts'
import { ringSlot } from '../sql/ringSlot.ts'
import type { Definition } from '../sql/several.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Connection, SqlPlace } from '../sql/sqlWorld.ts'
import type { Turn } from '../sql/turn.ts'
import type { World } from '../world.ts'

/** Looked at again while somebody is at work on the table. */
const patienceMicros = 1_000

/** True: it may go on at once. */
export function beginDefinition(turn: Turn, table: string): boolean {
  const { ctx, index, connection } = turn
  const { world } = ctx
  const known = definitionOf(world, connection.proposing!.owner)
  rest(turn)
  if (known === undefined) {
    const number = numberOf(world, table)
    const { owner } = connection.proposing!
    world.sql!.several!.definitions.push({ owner, table, number, isEverywhere: false })
    askForDdl(ctx, index, number, owner)
    return false
  }
  if (!known.isEverywhere) return false
  if (isAtWork(world, turn, table)) {
    ringSlot(turn, sqlEventKind.slotDue, world.now + patienceMicros)
    return false
  }
  noteFenced(world.sql!.places[index]!.desk, connection.session)
  return true
}

/** D19: it waits until the definition is over. */
export function awaitDefined(turn: Turn): void {
  rest(turn)
  ringSlot(turn, sqlEventKind.slotDue, turn.ctx.world.now + patienceMicros)
}

function rest({ ctx, index, connection }: Turn): void {
  const { transactions } = ctx.world.instances[index]!.memory
  transactions.phase[connection.slot] = transactionPhase.heldBack
}

export function definitionOf({ sql }: World, owner: number): Definition | undefined {
  return sql!.several!.definitions.find(its => its.owner === owner)
}

/** Tables that were not in the scenario have numbers above those that were. */
function numberOf({ setup, sql }: World, table: string): number {
  const { relations, several } = sql!
  const inScenario = setup.tables.findIndex(({ name }) => name === table)
  if (inScenario >= 0) return inScenario
  const made = [...relations.tables.values()].find(({ name }) => name === table)
  return setup.tables.length + (made?.number ?? relations.lastTable + several!.lastOwner + 1)
}

/** D19: may the table only be read at this writer, but by who defines it? */
export function isBeingDefined(world: World, index: number, table: string): boolean {
  const inScenario = world.setup.tables.findIndex(({ name }) => name === table)
  if (inScenario >= 0 && isUnderDdl(world, index, inScenario)) return true
  return world.sql!.several!.definitions.some(its => {
    return its.table === table && (its.isEverywhere || isUnderDdl(world, index, its.number))
  })
}

/**
 * At the owner of DDL whoever has used the table in an open transaction is waited for; elsewhere
 * those were cut, and what they had changed is being undone.
 */
function isAtWork(world: World, { connection }: Turn, table: string): boolean {
  const { relations, places } = world.sql!
  const number = [...relations.tables.values()].find(({ name }) => name === table)?.number
  const isChanged = [...relations.open.values()].some(({ changes }) => {
    return changes.some(its => its.table === number)
  })
  if (isChanged) return true
  const { owner } = mmOf(world).ddl
  return places.some((place, index) => {
    return place.connections.some(its => {
      const mayUse = index === owner || its.slot >= 0
      return its !== connection && mayUse && uses(place, its, table)
    })
  })
}

/** Its transaction has the definition of the table locked. */
function uses({ desk }: SqlPlace, { session }: Connection, table: string): boolean {
  const transaction = desk.sessions.get(session)?.transaction?.number ?? 0
  const queue = desk.locks.byResource.get(definitionResource(table)) ?? []
  return transaction > 0 && queue.some(lock => lock.transaction === transaction)
}

/** D23: connections to be cut at this writer, when the table under DDL is fenced there. */
export function usersOf({ world }: Context, index: number): Connection[] {
  const { sql, setup } = world
  const { table: number } = mmOf(world).ddl
  const { definitions } = sql!.several!
  const typed = definitions.find(its => its.number === number)
  const table = setup.tables[number]?.name ?? typed?.table ?? ''
  const place = sql!.places[index]!
  return place.connections.filter(its => {
    const defines = definitionOf(world, its.proposing?.owner ?? 0) !== undefined
    return !its.isClosing && !defines && uses(place, its, table)
  })
}
