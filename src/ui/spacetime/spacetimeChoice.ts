/** How one looks at the space-time diagram: kept while its panel is closed, never recorded. */
import { create } from 'zustand'
import type { ZoneId } from '../../engine/contract/ids.ts'
import type { MessageKind } from '../../engine/contract/messages.ts'
import type { Micros } from '../../engine/contract/units.ts'

export interface SpacetimeChoice {
  /** The run that lanes, group and transaction were chosen in. */
  story: string
  span: Micros
  hiddenKinds: readonly MessageKind[]
  hiddenLanes: readonly string[]
  folded: readonly ZoneId[]
  /** Index of the protection group; null = all. */
  group: number | null
  /** The transaction whose path is lit. */
  transaction: number | null
  isList: boolean
}

export const spans: Micros[] = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 200_000, 1_000_000]

/** What only keeps the copies alike hides what the commits do. */
const quietKinds: MessageKind[] = ['Gossip', 'GossipRecords', 'ReadPoint', 'HealthCheck']

export const spacetimeChoice = create<SpacetimeChoice>()(() => ({
  story: '',
  span: 5_000,
  hiddenKinds: [...quietKinds, 'HealthAnswer'],
  hiddenLanes: [],
  folded: [],
  group: null,
  transaction: null,
  isList: false,
}))

export function choose(change: Partial<SpacetimeChoice>): void {
  spacetimeChoice.setState(change)
}

/** Of another run nothing is hidden and no transaction followed. */
export function chooseStory(story: string): void {
  if (spacetimeChoice.getState().story === story) return
  choose({ story, hiddenLanes: [], group: null, transaction: null })
}

/** The list with the thing put in, or taken out. */
export function toggled<Thing>(list: readonly Thing[], thing: Thing): Thing[] {
  return list.includes(thing) ? list.filter(each => each !== thing) : [...list, thing]
}
