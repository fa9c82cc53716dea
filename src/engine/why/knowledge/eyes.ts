/** Through whose eyes a picture is made, and what is known there. */
import type { Context } from '../../aurora/context.ts'
import type { Knowledge } from '../../contract/knowledge.ts'
import type { Heard } from './hear.ts'

export type ToldOnly = Omit<Knowledge, 'picture'>

export interface Eyes {
  ctx: Context
  /** Number of an instance or a storage node. */
  actor: number
  heard: Heard
  known: ToldOnly
}

/** Index of the storage node; below zero for an instance. */
export function nodeOf({ ctx, actor }: Eyes): number {
  return actor - ctx.world.instances.length
}

/** Slot of its own copy in a group; -1 = it has none. */
export function ownSlot(eyes: Eyes, group: number): number {
  const node = nodeOf(eyes)
  return eyes.ctx.world.groups[group]!.segments.findIndex(its => its.node === node)
}

/** Copies of a group that are neither silent nor suspected, as bits of slots. */
export function answeringBits({ ctx: { world }, known }: Eyes, group: number): number {
  const isQuiet = new Set(
    known.others
      .filter(({ isSilent, isSuspected }) => isSilent || isSuspected)
      .map(({ actor }) => actor),
  )
  const { segments } = world.groups[group]!
  return segments.reduce(
    (bits, { slot, node }) => (isQuiet.has(world.nodes[node]!.id) ? bits : bits | (1 << slot)),
    0,
  )
}
