/** The signs of typed SQL, drawn around where the pen stands, about 10 pixels wide. */

export const sqlSignPaths = {
  /** No transaction: an empty ring. */
  idle: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
  /** A transaction is open: a full disc. */
  open: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  running: 'm-3 -4l7 4l-7 4z',
  /** An hourglass. */
  waiting: 'm-4 -5h8l-8 10h8z',
  failed: 'm-4 -4l8 8m0 -8l-8 8',
  /** A padlock. */
  lock: 'm-4.5 -1h9v7h-9zm2 0v-2a2.5 2.5 0 0 1 5 0v2',
} as const

export type SqlSign = keyof typeof sqlSignPaths
