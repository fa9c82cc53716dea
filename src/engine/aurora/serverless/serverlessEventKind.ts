/** The timers of Serverless: 40 to 49, and 140. */
export const serverlessEventKind = {
  /** Once a second. subject index of the capacity */
  tick: 40,
  /** The drain before a pause is over. subject index of the capacity, detail its turn */
  drained: 41,
  /** A resume is done. subject index of the capacity, detail its turn */
  resumed: 42,
  /** Once a second, for provisioned instances with a fluid demand. */
  fixedTick: 140,
} as const
