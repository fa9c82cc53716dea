/**
 * A writer has opened the volume and finds transactions that nobody can finish: they are undone in
 * the background, beside the work of users, who wait only for the rows concerned (2017 §4.3, 2018
 * §2.4). Rule R12.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { findInterrupted } from './findInterrupted.ts'
import { rowKey } from '../storage/rowKey.ts'
import { type Interrupted, rowName, type Undo } from './undo.ts'
import { undoEventKind } from './undoEventKind.ts'

export function beginUndo(ctx: Context, index: number): void {
  const { world } = ctx
  const { id, life } = world.instances[index]!
  const interrupted = findInterrupted(world)
  if (interrupted.length === 0) return
  const rows = rowsLeft(interrupted)
  const transactions = interrupted.length
  const fact = tell(ctx, 'UndoBegan', { instance: id, transactions, rows })
  const { now } = world
  world.undo = {
    instance: index,
    life,
    since: now,
    interrupted,
    transactions,
    rows,
    owned: ownedBy(interrupted),
    waiting: [],
    fact,
  }
  scheduleUndo(world, now)
}

export function rowsLeft(interrupted: Interrupted[]): number {
  return interrupted.reduce((sum, { rows, undone }) => sum + rows.length - undone, 0)
}

export function scheduleUndo(world: World, at: number): void {
  const { instance, life } = world.undo!
  schedule(world.queue, at, undoEventKind.due, instance, life)
}

/** The lost writer's memory is gone, and with it who waited; who opens next looks anew. */
export function forgetUndo({ world }: Context, index: number): void {
  if (world.undo?.instance === index) world.undo = null
}

/** Rows of a transaction are its own until all of it is undone. */
export function isOwned(world: World, page: number, place: number): boolean {
  return rowName(rowKey(page, place)) in world.undo!.owned
}

function ownedBy(interrupted: Interrupted[]): Record<string, number> {
  const owned: Record<string, number> = {}
  for (const { rows } of interrupted) {
    for (const key of rows) owned[rowName(key)] = (owned[rowName(key)] ?? 0) + 1
  }
  return owned
}

/** All of it is undone. */
export function freeRows({ owned }: Undo, { rows }: Interrupted): void {
  for (const key of rows) {
    const left = owned[rowName(key)]! - 1
    if (left > 0) owned[rowName(key)] = left
    else delete owned[rowName(key)]
  }
}
