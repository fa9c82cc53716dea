/**
 * A law: what must hold at every instant, whatever is lost, late or broken. It is told what an
 * event touched, so that its cost follows that and not the size of the world; what it remembers
 * is plain and saved with the run. A full sweep must agree with it.
 */
import type { Context } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'

export interface Broken {
  law: string
  key: string
  parameters: Record<string, string | number>
}

/** What an event may have touched. */
type Touching =
  | 'segmentCount'
  | 'instanceCount'
  | 'commitCount'
  | 'readCount'
  | 'hasTopologyChanged'
  | 'hasAccepted'
  | 'hasCopied'

export interface Law<Memory> {
  id: string
  /** Its number in SPEC.md. */
  rule: string
  /** What it speaks of: no other event changes it. `touched`: any of these. */
  watches: readonly Touching[] | 'touched' | 'always'
  remember(world: World): Memory
  /** After each event that it watches; looks only at what was touched. */
  after(ctx: Context, memory: Memory): Broken | null
  /** Looks at everything. */
  sweep(world: World, memory: Memory): Broken | null
}

/** What each law remembers, in the order of the catalogue. */
export type LawMemories = unknown[]
