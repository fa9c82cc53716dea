/** The timers of a proxy: 100 to 109. */
export const proxyEventKind = {
  /** Its writer may have been silent for long. subject instance, detail life */
  noticed: 100,
  /** It turns to a writer. detail number of the plan */
  switched: 101,
  /** A request may have waited for too long. */
  borrowed: 102,
} as const
