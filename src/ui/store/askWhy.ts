/**
 * Asks why a fact was told, or what happened at a point of a chart: goes to its instant, where what
 * led to it is known, and opens *why*.
 * Where one came from is remembered, so that Back leads there.
 */
import { create } from 'zustand'
import type { Fact } from '../../engine/contract/facts.ts'
import type { SubjectId } from '../../engine/contract/ids.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { pause, seek } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

export const askedStore = create<{ from: Micros | null }>()(() => ({ from: null }))

export async function askWhy({ id, at }: Pick<Fact, 'id' | 'at'>): Promise<void> {
  await ask(`fact:${id}`, at)
}

/** Asks what happened at a point of a chart, whose bin ends at `to`. */
export async function askWhyPoint(subject: SubjectId, to: Micros): Promise<void> {
  await ask(subject, to)
}

async function ask(subject: SubjectId, at: Micros): Promise<void> {
  askedStore.setState({ from: engineStore.getState().playback?.at ?? null })
  pause()
  await seek(at)
  viewStore.setState({ selection: subject, panel: 'why', dialog: null })
}
