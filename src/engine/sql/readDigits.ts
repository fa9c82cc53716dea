/** A number as typed: whole and exact, or the digits of a decimal with its exponent written out. */

const longestExponent = 60

/** Null: an exponent that nobody needs. */
export function readDigits(digits: string): number | { text: string } | null {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e')
  const power = Number(exponent)
  if (Math.abs(power) > longestExponent) return null
  const whole = Number(mantissa)
  const isWhole = /^\d+$/.test(digits) && Number.isSafeInteger(whole)
  return isWhole ? whole : { text: movePoint(mantissa, power) }
}

function movePoint(mantissa: string, power: number): string {
  const [before = '', after = ''] = mantissa.split('.')
  const width = after.length - power
  const digits = (before + after + '0'.repeat(Math.max(0, -width))).padStart(width + 1, '0')
  const scale = Math.max(0, width)
  const whole = digits.slice(0, digits.length - scale).replace(/^0+(?=\d)/, '')
  return scale === 0 ? whole : `${whole}.${digits.slice(digits.length - scale)}`
}
