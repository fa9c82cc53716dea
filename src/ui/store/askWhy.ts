/**
 * Asks why a fact was told: goes to its instant, where what led to it is known, and opens *why*.
 * Where one came from is remembered, so that Back leads there.
 */
import { create } from 'zustand'
import type { Fact } from '../../engine/contract/facts.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { pause, seek } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

export const askedStore = create<{ from: Micros | null }>()(() => ({ from: null }))

export async function askWhy({ id, at }: Pick<Fact, 'id' | 'at'>): Promise<void> {
  askedStore.setState({ from: engineStore.getState().playback?.at ?? null })
  pause()
  await seek(at)
  viewStore.setState({ selection: `fact:${id}`, panel: 'why', dialog: null })
}
