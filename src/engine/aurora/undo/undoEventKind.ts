/** The timers of undo: 80 to 89. */
export const undoEventKind = {
  /** Look whether the next row can be put back. subject instance, detail life */
  due: 80,
  /** A CPU is done with the row. subject instance, detail life */
  rowReady: 81,
} as const
