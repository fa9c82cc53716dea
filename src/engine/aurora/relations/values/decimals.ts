/**
 * Exact arithmetic of DECIMAL: whole units of ten to the minus scale. Rounding is half away from
 * zero, in both editions.
 */
import { type Decimal, decimalOf, type SqlValue, textOf } from './value.ts'

interface Units {
  units: bigint
  scale: number
}

/** Of a number, or of text that holds one. */
export function unitsOf(value: SqlValue): Units {
  const text = textOf(value)
  const point = text.indexOf('.')
  if (point < 0) return { units: BigInt(text), scale: 0 }
  const digits = text.slice(0, point) + text.slice(point + 1)
  return { units: BigInt(digits === '-' ? '0' : digits), scale: text.length - point - 1 }
}

export function powerOfTen(exponent: number): bigint {
  return BigInt(`1${'0'.repeat(exponent)}`)
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

export function decimalFrom({ units, scale }: Units): Decimal {
  const sign = units < 0n ? '-' : ''
  const digits = absolute(units)
    .toString()
    .padStart(scale + 1, '0')
  if (scale === 0) return decimalOf(sign + digits)
  return decimalOf(`${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`)
}

/** Divides and rounds half away from zero. */
function divideRounding(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n
  const whole = absolute(divisor)
  const rounded = (absolute(dividend) * 2n + whole) / (whole * 2n)
  return isNegative ? -rounded : rounded
}

/** To another scale, rounding if it is smaller; below 0 it rounds to tens, hundreds … */
function rescale({ units, scale }: Units, wanted: number): Units {
  if (wanted >= scale) return { units: units * powerOfTen(wanted - scale), scale: wanted }
  const rounded = divideRounding(units, powerOfTen(scale - wanted))
  if (wanted >= 0) return { units: rounded, scale: wanted }
  return { units: rounded * powerOfTen(-wanted), scale: 0 }
}

function aligned(left: SqlValue, right: SqlValue): [bigint, bigint, number] {
  const [a, b] = [unitsOf(left), unitsOf(right)]
  const scale = a.scale > b.scale ? a.scale : b.scale
  return [rescale(a, scale).units, rescale(b, scale).units, scale]
}

export function compareDecimals(left: SqlValue, right: SqlValue): -1 | 0 | 1 {
  const [a, b] = aligned(left, right)
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function addDecimals(left: SqlValue, right: SqlValue): Decimal {
  const [a, b, scale] = aligned(left, right)
  return decimalFrom({ units: a + b, scale })
}

export function subtractDecimals(left: SqlValue, right: SqlValue): Decimal {
  const [a, b, scale] = aligned(left, right)
  return decimalFrom({ units: a - b, scale })
}

export function multiplyDecimals(left: SqlValue, right: SqlValue): Decimal {
  const [a, b] = [unitsOf(left), unitsOf(right)]
  return decimalFrom({ units: a.units * b.units, scale: a.scale + b.scale })
}

/** The divisor is not zero; the quotient has this scale. */
export function divideDecimals(left: SqlValue, right: SqlValue, scale: number): Decimal {
  const [a, b] = aligned(left, right)
  return decimalFrom({ units: divideRounding(a * powerOfTen(scale), b), scale })
}

/** Cut off after so many digits. */
export function divideCutting(left: SqlValue, right: SqlValue, scale: number): Decimal {
  const [a, b] = aligned(left, right)
  return decimalFrom({ units: (a * powerOfTen(scale)) / b, scale })
}

/** The sign is the dividend's. */
export function remainderOfDecimals(left: SqlValue, right: SqlValue): Decimal {
  const [a, b, scale] = aligned(left, right)
  return decimalFrom({ units: a % b, scale })
}

export function roundDecimal(value: SqlValue, scale: number): Decimal {
  return decimalFrom(rescale(unitsOf(value), scale))
}

/** Cuts digits off instead of rounding. */
export function truncateDecimal(value: SqlValue, scale: number): Decimal {
  const { units, scale: present } = unitsOf(value)
  if (scale >= present) return roundDecimal(value, scale)
  return roundDecimal(
    decimalFrom({ units: units - (units % powerOfTen(present - scale)), scale: present }),
    scale,
  )
}

/** The greatest whole number not above it, or with `up` the least not below. */
export function wholeBeside(value: SqlValue, up: boolean): bigint {
  const { units, scale } = unitsOf(value)
  const unit = powerOfTen(scale)
  const whole = units / unit
  const rest = units % unit
  if (up) return rest > 0n ? whole + 1n : whole
  return rest < 0n ? whole - 1n : whole
}

export function isZero(value: SqlValue): boolean {
  return unitsOf(value).units === 0n
}

export function scaleOf(value: SqlValue): number {
  return unitsOf(value).scale
}

/** Digits before the point, for DECIMAL(precision, scale). */
export function wholeDigitsOf(value: SqlValue): number {
  const { units, scale } = unitsOf(value)
  const whole = absolute(units) / powerOfTen(scale)
  return whole === 0n ? 0 : whole.toString().length
}
