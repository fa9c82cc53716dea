/**
 * A sign for each cause of a rollback, drawn as lines in a field of 12 × 12 about its middle. The
 * client hears only MySQL’s number, 1213 or 1205; the stage knows which of the six it was.
 */
import type { RollbackCause } from '../../engine/contract/refusals.ts'

export const causePaths: Record<RollbackCause, string> = {
  /** Two that meet. */
  inFlight: 'M-6 -4L-1 0L-6 4zM6 -4L1 0L6 4z',
  /** A sheet that is older than the one below. */
  staleBase: 'M-5 -6h5l3 3v6h-8zM-2 6h7.5v-7',
  /** Neither equals the other. */
  noWinner: 'M-5.5 -2.2h11M-5.5 2.2h11M-3.5 5.5L3.5 -5.5',
  /** A row with somebody on it. */
  rowOwned: 'M-6 1h12v5h-12zM-2.2 -3.8a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0z',
  /** Each waits for the other. */
  deadlock: 'M-5 -1a5 5 0 0 1 9 -2.4M4.5 -6.3v3.2h-3.2M5 1a5 5 0 0 1 -9 2.4M-4.5 6.3v-3.2h3.2',
  /** An hourglass. */
  lockTimeout: 'M-4.5 -6h9l-4.5 6l4.5 6h-9l4.5 -6z',
}
