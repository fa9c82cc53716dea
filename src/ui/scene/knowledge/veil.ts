/** Something grey over a thing that an actor was not told of, and why. */
import type { Box } from '../geometry.ts'

export interface Veil {
  id: string
  /** `newer`: what it may have since it was heard · `unknown`: nothing was heard. */
  kind: 'newer' | 'unknown' | 'silent' | 'suspected'
  box: Box
}
