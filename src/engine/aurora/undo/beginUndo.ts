/**
 * A writer has opened the volume and finds transactions that nobody can finish: they are undone in
 * the background, beside the work of users, who wait only for the rows concerned (2017 §4.3, 2018
 * §2.4). Rule R12.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { findInterrupted } from './findInterrupted.ts'
import { type Interrupted, rowKey } from './undo.ts'
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
  const key = rowKey(page, place)
  return world.undo!.interrupted.some(({ rows }) => rows.includes(key))
}
