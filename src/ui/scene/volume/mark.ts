/** A stroke or a surface that the stage of the shared volume adds to the common picture. */

export type MarkKind =
  | 'filling'
  | 'level'
  | 'joining'
  | 'leaving'
  | 'lost'
  | 'apart'
  | 'full'
  | 'tail'
  | 'repair'
  | 'repairHead'
  | 'disk'
  | 'diskTrouble'
  | 'hot'
  | 'clock'
  | 'patch'
  | 'patched'
  | 'patchDone'
  | 'patchAway'
  | 'patchDue'
  | 'throttled'
  | 'damageHidden'
  | 'damageFound'
  | 'isolated'
  | 'cutEnd'
  | 'truncated'
  | 'newGroup'
  | 'fold'
  | 'undoTrack'
  | 'undoFill'

export interface Mark {
  id: string
  kind: MarkKind
  path: string
}
