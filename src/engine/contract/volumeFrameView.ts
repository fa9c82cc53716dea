/**
 * What a frame shows of the shared volume behind the foreground: the eight steps of each segment,
 * scrubs and damaged pages of each node. Counts are records unless said otherwise.
 */
import type { NodeId, SegmentId, TargetId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

/** Background work of storage nodes; 2017 §3.3, figure 4. */
export interface PipelineView {
  /** False: steps 3 to 8 are switched off (`storage.background`), and their queues only grow. */
  isOn: boolean
  /** Counts begin here; what came before counts as sorted. */
  startedAt: Micros
  nodes: NodeWorkView[]
  segments: SegmentWorkView[]
  /** A rolling patch under way, or null. */
  patch: PatchView | null
}

/** Steps 1 and 2 are the foreground; only they can add to the time of a commit. */
export interface StepView {
  step: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  /**
   * 1 received and not yet on disk · 2 the same, since both wait for one disk write · 3 not yet
   * sorted · 4 missing below the newest it has · 5 in pages whose chain is due · 6 received since
   * the last backup that is done · 7 backed up and not yet collected · 8 pages not yet looked at
   * by the scrub under way
   */
  waiting: number
  /**
   * 1, 2 and 3 records · 4 records that came from peers · 5 records made into pages · 6 backed up
   * · 7 collected · 8 scrubs ended
   */
  done: number
  /** Since when something has waited; null = nothing does. */
  since: Micros | null
}

export interface SegmentWorkView {
  segment: SegmentId
  node: NodeId
  steps: StepView[]
  /** Records that wait for step 3, and those that are due for step 5. */
  backlog: number
  /** Backlog above which its acknowledgements are delayed. */
  throttleBacklog: number
  /** Since when they have been delayed; null = they are not. */
  throttledSince: Micros | null
  /** Everything of the group at or below this LSN is in object storage, from this segment. */
  backedUpLsn: Lsn
  /** Old versions at or below this LSN are gone: no read may ask for them. */
  collectedLsn: Lsn
  /** PGMRPL as this segment was last told: collection goes no further. */
  lowestReadPoint: Lsn
  /** Damaged pages, as the viewer knows; the node knows those with `foundAt`. */
  corruptPages: { page: number; since: Micros; foundAt: Micros | null; asked: SegmentId | null }[]
  /** Damaged pages that a peer's copy has replaced so far. */
  repairedPages: number
}

export interface NodeWorkView {
  node: NodeId
  /** Records a second that each of its segments can take in, or take through the steps. */
  capacity: number
  /** The scrub under way; `checked` of `pages` pages have been looked at. */
  scrub: { startedAt: Micros; endsAt: Micros; pages: number; checked: number } | null
  /** When the next one begins; null = never, or one is under way. */
  nextScrubAt: Micros | null
  scrubs: number
}

export interface PatchView {
  /** `volume` or a zone. */
  target: TargetId
  /** Nodes in their order; `done` of them have been patched. */
  nodes: NodeId[]
  done: number
  /** The one away now, and until when; null = the next one waits for the last to catch up. */
  away: NodeId | null
  until: Micros | null
}
