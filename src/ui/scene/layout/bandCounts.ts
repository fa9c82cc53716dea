/** What decides how high the bands of the stage are. */

export interface BandCounts {
  /** The stage that was asked for is low: words stand closer. */
  isLow?: boolean
  /** All needs more than the stage has: it stands closer. */
  isCramped?: boolean
  /** Even closer is not enough: small groups are a line of names, applications one line each. */
  isFlat?: boolean
  applications: number
  zones: number
  groupRows: number
  /** The most nodes in a zone that stand beside its columns. */
  chips: number
  /** An instance that breathes needs room to grow. */
  isBreathing?: boolean
  /** Instances that send each other what they changed. */
  instances?: number
  /** Writers of a Multi-Master cluster; 0 elsewhere. */
  writers?: number
}
