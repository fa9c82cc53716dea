/** The timers of readers and promotion: 50 to 59. */
export const failoverEventKind = {
  /** A reader is done with redo. subject message row, detail life of the reader */
  streamApplied: 50,
  /** Readers may lack redo. */
  streamDue: 51,
  /** The writer has been silent for long. detail number of the watch */
  suspect: 52,
  /** The one promoted takes its new role. subject instance, detail epoch */
  roleChanged: 53,
  /** The endpoint's name leads elsewhere. detail number of the promotion */
  nameUpdated: 54,
  /** Nobody remembers the old name any more. detail number of the promotion */
  nameExpired: 55,
  /** A writer that has been replaced hears of it. subject instance, detail life */
  replaced: 56,
} as const
