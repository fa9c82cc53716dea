/** Numbers as people read them: times in a fitting unit, shares in percent, thousands apart. */

function decimals(value: number): number {
  if (value >= 100 || Number.isInteger(value)) return 0
  return value >= 10 ? 1 : 2
}

function trimmed(value: number): string {
  const text = value.toFixed(decimals(value))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Microseconds as `250 µs`, `4.2 ms`, `1.3 s`, `5 min 20 s`, `2 h 5 min`. */
export function formatTime(micros: number): string {
  if (micros < 0) return `−${formatTime(-micros)}`
  if (micros < 1_000) return `${Math.round(micros)} µs`
  if (micros < 999_500) return `${trimmed(micros / 1_000)} ms`
  if (micros < 119_500_000) return `${trimmed(micros / 1_000_000)} s`
  if (micros < 7_200_000_000) return inParts(micros, 60_000_000, ['min', 's'])
  if (micros < 172_800_000_000) return inParts(micros, 3_600_000_000, ['h', 'min'])
  return inParts(micros, 86_400_000_000, ['d', 'h'])
}

function inParts(micros: number, unit: number, [large, small]: [string, string]): string {
  const parts = large === 'd' ? 24 : 60
  const count = Math.round(micros / (unit / parts))
  const rest = count % parts
  const whole = `${(count - rest) / parts} ${large}`
  return rest === 0 ? whole : `${whole} ${rest} ${small}`
}

/** Parts per million as `12 %`, `0.1 %`. */
export function formatShare(ppm: number): string {
  return `${trimmed(ppm / 10_000)} %`
}

/** `1234567` as `1,234,567`; decimals are kept short. */
export function formatCount(value: number): string {
  const [whole = '', rest] = trimmed(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`
}
