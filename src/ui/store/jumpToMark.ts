/**
 * Jumps to the next marked moment of a kind: among those known, else the run goes on until there is
 * one. When there is none up to the end of the story, it stays where it was.
 */
import type { FactKey } from '../../engine/contract/facts.ts'
import type { Micros } from '../../engine/contract/units.ts'
import type { Mark } from '../../workers/api.ts'
import { announce } from './announce.ts'
import { pause, seek } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { refreshTimeline } from './refreshTimeline.ts'
import { timelineStore } from './timelineStore.ts'
import { timelineView } from './timelineView.ts'

export type MomentKind = 'conflict' | 'fault' | 'failover' | 'scaling'

const shapesOf: Record<MomentKind, readonly Mark['shape'][]> = {
  conflict: ['conflict'],
  fault: ['fault', 'crash'],
  failover: ['failover'],
  scaling: ['scale', 'pause'],
}

/** Conflicts that lie close are one mark: each of them is a moment of its own. */
const conflicts: readonly FactKey[] = [
  'TransactionRolledBack',
  'DeadlockFound',
  'LockWaitTimedOut',
  'SerializationFailed',
]

/** What the run is searched for beyond what is computed. */
const factOf: Record<MomentKind, FactKey> = {
  conflict: 'TransactionRolledBack',
  fault: 'FaultInjected',
  failover: 'InstanceSuspected',
  scaling: 'CapacityChanged',
}

function instantNow(): Micros {
  return engineStore.getState().playback?.at ?? 0
}

/** Marks that the filter lets through, oldest first. */
function shownMarks(): Mark[] {
  const { hiddenShapes } = timelineView.getState()
  return timelineStore.getState().marks.filter(({ shape }) => !hiddenShapes.includes(shape))
}

export function nextMark(): void {
  const next = shownMarks().find(({ at }) => at > instantNow())
  if (next === undefined) return announce('No later marked moment is known.')
  void seek(next.at)
}

export function previousMark(): void {
  const before = shownMarks().findLast(({ at }) => at < instantNow())
  if (before === undefined) return announce('No earlier moment is marked.')
  void seek(before.at)
}

export async function nextMoment(kind: MomentKind): Promise<void> {
  await refreshTimeline()
  const known = kind === 'conflict' ? await nextConflict() : nextMarkOf(kind)
  if (known === undefined) return searchOn(kind)
  await seek(known)
}

function nextMarkOf(kind: MomentKind): Micros | undefined {
  const { marks } = timelineStore.getState()
  return marks.find(({ at, shape }) => at > instantNow() && shapesOf[kind].includes(shape))?.at
}

/** Among what is computed. */
async function nextConflict(): Promise<Micros | undefined> {
  const { engine, playback } = engineStore.getState()
  const within: [string, string] = [`${instantNow() + 1}us`, `${playback?.horizon ?? 0}us`]
  if (engine === null || (playback?.horizon ?? 0) <= instantNow()) return undefined
  const found = await Promise.all(conflicts.map(fact => engine.facts({ fact, within })))
  const instants = found.flatMap(facts => facts.map(({ at }) => at))
  const later = instants.filter(at => at > instantNow())
  return later.length === 0 ? undefined : Math.min(...later)
}

async function searchOn(kind: MomentKind): Promise<void> {
  const { engine, opened } = engineStore.getState()
  const from = instantNow()
  const limit = opened?.end ?? 0
  const none = `No further ${kind} up to the end of the story.`
  if (engine === null || from >= limit) return announce(none)
  pause()
  const outcome = await engine
    .until({ fact: factOf[kind] }, { limit: `${limit}us` })
    .catch(() => null)
  if (outcome === null) return
  if (outcome.found) return void refreshTimeline()
  await seek(from)
  announce(none)
}
