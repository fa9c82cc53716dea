/**
 * Chances and rates from 1e-30 to 1 as people read them, and spans of years: "1 in 1,660,000",
 * "once in 2.4 × 10⁹ years", "10⁻⁶".
 */
import { formatCount, formatShare, formatTime } from './formatNumbers.ts'

const year = 31_557_600_000_000
const units = [
  { name: 'd', length: 86_400_000_000 },
  { name: 'h', length: 3_600_000_000 },
  { name: 'min', length: 60_000_000 },
]
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A power of ten, as on an axis. */
export function formatPower(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map(digit => superscripts[Number(digit)])
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`
}

/** Three digits that count; from a billion on with a power of ten. */
function rounded(value: number): string {
  const exponent = Math.floor(Math.log10(value))
  if (exponent >= 9)
    return `${formatCount(threeDigits(value / 10 ** exponent))} × ${formatPower(exponent)}`
  return formatCount(threeDigits(value))
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3))
}

export function formatChance(chance: number): string {
  if (chance >= 0.005) return formatShare(Math.round(chance * 1_000_000))
  return chance === 0 ? 'never' : `1 in ${rounded(1 / chance)}`
}

/** How often a year. */
export function formatOften(aYear: number): string {
  if (aYear === 0) return 'never'
  return aYear >= 1 ? `${rounded(aYear)} a year` : `once in ${rounded(1 / aYear)} years`
}

/** A share of time as time a year. */
export function formatYearly(share: number): string {
  const micros = share * year
  if (micros >= 1) return `${formatTime(Math.round(micros))} a year`
  return micros === 0 ? 'never' : `1 µs in ${rounded(1 / micros)} years`
}

/** `1 h` rather than `60 min`; null where no unit fits. */
function formatWhole(micros: number): string | null {
  const unit = units.find(({ length }) => micros % length === 0)
  return unit === undefined ? null : `${micros / unit.length} ${unit.name}`
}

/** As `formatTime`, with years. */
export function formatSpan(micros: number): string {
  if (micros === year / 2) return 'half a year'
  if (micros < year) return formatWhole(micros) ?? formatTime(micros)
  const years = micros / year
  return years === 1 ? '1 year' : `${formatCount(threeDigits(years))} years`
}
