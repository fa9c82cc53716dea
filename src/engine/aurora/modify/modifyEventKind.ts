/** The timers of changing a cluster: 150 to 159. */
export const modifyEventKind = {
  /** Once a second. */
  tick: 150,
  /** An instance is to be started. subject place, detail its turn */
  start: 151,
} as const
