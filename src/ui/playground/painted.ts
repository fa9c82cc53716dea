/** Knows whether the newest frame has been painted, and wakes those who wait for it. */
import type { Micros } from '../../engine/contract/units.ts'

export interface Painted {
  received(): void
  painted(at: Micros): void
  /** The instant painted since the newest frame came; null = not painted yet. */
  paintedAt(): Micros | null
  next(): Promise<void>
}

export function createPainted(): Painted {
  let at: Micros | null = null
  let waiters: (() => void)[] = []
  return {
    received: () => {
      at = null
    },
    painted: instant => {
      at = instant
      const told = waiters
      waiters = []
      for (const tell of told) tell()
    },
    paintedAt: () => at,
    next: () => new Promise(resolve => waiters.push(resolve)),
  }
}

/** Resolves when the newest frame stands on the screen, at its own instant. */
export async function whenPainted(painted: Painted, frameAt: () => Micros | null): Promise<void> {
  while (painted.paintedAt() === null || painted.paintedAt() !== frameAt()) await painted.next()
}
