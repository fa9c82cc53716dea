/**
 * Money: whole nano-dollars, rounded down, from prices in micro-dollars; decimal text for people.
 * Rules B2 to B4 and B7.
 */

/** A month has 730 hours; a protection group counts 10 GB, its largest size (*assumption*). */
const monthSeconds = 730 * 3_600
export const gbPerGroup = 10

/** B2: capacity, price for an hour: exact below a nano-dollar, then rounded down. */
export function computeNanoDollars(microAcuSeconds: number, perHour: number): number {
  const hourly = 3_600_000_000
  const rest = microAcuSeconds % hourly
  const hours = (microAcuSeconds - rest) / hourly
  return hours * perHour * 1_000 + Math.floor((rest * perHour) / 3_600_000)
}

/** B3: storage by the second, whatever the instances do. */
export function storageNanoDollars(gb: number, seconds: number, perMonth: number): number {
  return Math.floor((seconds * gb * perMonth) / (monthSeconds / 1_000))
}

/** B7: input and output, by the million. */
export function ioNanoDollars(ios: number, perMillion: number): number {
  return Math.floor((ios * perMillion) / 1_000)
}

/** `0.031575`: at least cents, at most millionths, rounded half up. */
export function dollarText(nanoDollars: number): string {
  const micro = Math.floor((nanoDollars + 500) / 1_000)
  const fraction = `${micro % 1_000_000}`.padStart(6, '0').replace(/0{1,4}$/, '')
  return `${Math.floor(micro / 1_000_000)}.${fraction}`
}

/** To the cent, half up. */
export function cents(nanoDollars: number): number {
  return Math.floor((nanoDollars + 5_000_000) / 10_000_000)
}
