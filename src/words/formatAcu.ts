/** Capacities as people read them: `9.5`, `0`, `128`; engine numbers are micro-ACU. */

export function acuOf(microAcu: number): number {
  return microAcu / 1_000_000
}

/** With one decimal where it says something: needs are finer than the grid of half an ACU. */
export function formatAcu(microAcu: number): string {
  const acu = acuOf(microAcu)
  return Number(acu.toFixed(acu > 0 && acu < 0.1 ? 2 : 1)).toString()
}
