/** Where everything of the stage stands; depends on what exists and on the size, not on time. */
import type {
  ActorId,
  ApplicationId,
  GroupId,
  InstanceId,
  NodeId,
  SegmentId,
  ZoneId,
} from '../../../engine/contract/ids.ts'
import type { Box, Point } from '../geometry.ts'
import type { StageSize } from '../stageView.ts'

export interface ZonePlace {
  id: ZoneId
  box: Box
  header: Box
  /** Where the instances of the zone stand. */
  row: Box
  /** Where its columns and other nodes stand. */
  storage: Box
}

/** The column of one copy; `bit` is its place in the group's bit sets. */
export interface ColumnPlace {
  segment: SegmentId
  node: NodeId
  zone: ZoneId
  bit: number
  box: Box
}

/** A node that holds no copy of the large group. */
export interface ChipPlace {
  node: NodeId
  zone: ZoneId
  box: Box
  hasName: boolean
}

export interface InstancePlace {
  id: InstanceId
  zone: ZoneId
  centre: Point
  radius: number
  /** Room for its words; null when there is none. */
  words: Box | null
  /** It stands with other readers of its zone as one sign, which has this place. */
  isFolded?: boolean
}

export interface ApplicationPlace {
  id: ApplicationId
  /** All of it: its part of the strip. */
  card: Box
  icon: Box
  /** Room for its words, right of the icon. */
  words: Box
}

export interface GroupPlace {
  id: GroupId
  box: Box
}

/** The cells of a column: how many, how high, and the base of older ones below. */
export interface CellGrid {
  rows: number
  cellHeight: number
  baseHeight: number
  /** The lower edge of the base. */
  bottom: number
}

/** Where the links between instances are, one level above the other. */
export interface PeersPlace {
  box: Box
  levels: number
}

/** What only a Multi-Master cluster has. */
export interface MultiMasterPlace {
  /** Writers in the order of their hues. */
  writers: InstanceId[]
  /** What the answers to page changes take at the top of each column. */
  check: number
  pages: Box
}

export interface Layout {
  size: StageSize
  isNarrow: boolean
  /** The group drawn large. */
  group: GroupId
  zones: ZonePlace[]
  volume: Box
  /** The lane of the wires between instances and columns: no word stands here. */
  wires: Box
  /** The lane between endpoint and zones. */
  approach: Box
  /** Lanes for words beside the zones; null on a narrow stage. */
  left: Box | null
  right: Box | null
  /** Words below the columns. */
  foot: Box
  /** On a narrow stage: the quorum and the key of the bracket. */
  key: Box | null
  grid: CellGrid
  columns: ColumnPlace[]
  chips: ChipPlace[]
  instances: InstancePlace[]
  applications: ApplicationPlace[]
  /** Where the sessions of typed SQL stand; null when there are none. */
  consoles: Box | null
  endpoint: Point
  lights: Box[]
  groups: GroupPlace[]
  actors: ActorId[]
  /** Null for an instance alone. */
  peers: PeersPlace | null
  multiMaster: MultiMasterPlace | null
}
