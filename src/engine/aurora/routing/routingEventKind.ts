/** The timers of routing, by event kind (110 to 119). */
export const routingEventKind = {
  /** An application asks its instances. subject application, detail round of its plan */
  checkDue: 110,
  /** A check has had its CPU time. subject instance * 2^16 + application, detail its number */
  checkRan: 111,
  /** The pause before taking over is done. subject application, detail round of its plan */
  takeOver: 112,
  /** Counts are noted. */
  noteDue: 113,
  /** The cluster endpoint may lead elsewhere. subject instance, detail its life */
  nameDue: 114,
} as const
