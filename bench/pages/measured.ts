/** What the page of the bench notes down, and where the bench finds it. */
export interface Measured {
  /** Milliseconds between two pictures. */
  intervals: number[]
  /** Milliseconds of the main thread per frame received. */
  receipts: number[]
  frames: number
}

declare global {
  interface Window {
    crowdedStage: Measured
  }
}

export function createMeasured(): Measured {
  return { intervals: [], receipts: [], frames: 0 }
}
