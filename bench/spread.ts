/** Median, least and most of some measurements: one number alone hides a noisy machine. */
export interface Spread {
  median: number
  least: number
  most: number
}

export function spreadOf(values: number[]): Spread {
  const sorted = values.slice().sort((a, b) => a - b)
  return {
    median: quantile(sorted, 0.5),
    least: sorted[0] ?? Number.NaN,
    most: sorted.at(-1) ?? Number.NaN,
  }
}

/** Of ascending values: the least one that a share of them does not exceed. */
export function quantile(sorted: number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  return sorted[Math.max(0, index)] ?? Number.NaN
}

export function told(spread: Spread, digits: number): string {
  const [median, least, most] = [spread.median, spread.least, spread.most]
  return `${median.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`
}
