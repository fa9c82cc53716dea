/** The timers of Serverless v1, by event kind (130 to 139). */
export const v1EventKind = {
  /** Once a second. */
  tick: 130,
  /** The router has switched. detail the turn */
  switched: 131,
  /** A resume is done. detail the turn */
  resumed: 132,
  /** A lost instance may be re-created. detail the turn */
  recreated: 133,
} as const
