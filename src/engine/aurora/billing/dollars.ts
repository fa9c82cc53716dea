/**
 * Money: whole nano-dollars, rounded down, from prices in micro-dollars; decimal text for people.
 * Rules B2 to B4, B7 and B8.
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

/** B8: an instance for so long; exact to the microsecond, then rounded down. */
export function instanceNanoDollars(micros: number, perHour: number): number {
  const hourly = 3_600_000_000
  const rest = micros % hourly
  const below = rest % 1_000
  const thousandths = ((rest - below) / 1_000) * perHour + Math.floor((below * perHour) / 1_000)
  return ((micros - rest) / hourly) * perHour * 1_000 + Math.floor(thousandths / 3_600)
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

/** `189.80`. */
export function centText(nanoDollars: number): string {
  const whole = cents(nanoDollars)
  return `${Math.floor(whole / 100)}.${`${whole % 100}`.padStart(2, '0')}`
}

/** Millionths of a second of anything, as thousandths of an hour of it: `0.167`. */
export function hoursText(microSeconds: number): string {
  const thousandths = Math.floor(microSeconds / 3_600_000)
  return `${Math.floor(thousandths / 1_000)}.${`${thousandths % 1_000}`.padStart(3, '0')}`
}

/** To the cent, half up. */
export function cents(nanoDollars: number): number {
  return Math.floor((nanoDollars + 5_000_000) / 10_000_000)
}
