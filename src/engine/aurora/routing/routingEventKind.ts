/** The timers of routing, by event kind (90 to 99). */
export const routingEventKind = {
  /** An application asks its instances. subject application, detail round of its plan */
  checkDue: 90,
  /** An instance has answered a check by SQL. subject instance * 2^16 + application, detail check */
  checkRan: 91,
  /** The pause before taking over is done. subject application, detail round of its plan */
  takeOver: 92,
  /** Counts are noted. */
  noteDue: 93,
  /** The cluster endpoint may lead elsewhere. subject instance, detail its life */
  nameDue: 94,
} as const
