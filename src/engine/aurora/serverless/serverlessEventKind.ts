/** The timers of Serverless: 40 to 49. */
export const serverlessEventKind = {
  /** Once a second. subject index of the capacity */
  tick: 40,
  /** The drain before a pause is over. subject index of the capacity, detail its turn */
  drained: 41,
  /** A resume is done. subject index of the capacity, detail its turn */
  resumed: 42,
} as const
