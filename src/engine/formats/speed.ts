/**
 * Speeds of viewing, model time over real time: `"1/1500"`, `"1"`, `"20"` or `"max"`
 * (Formats §1). They are kept as two whole numbers, so that nothing is rounded.
 */
export const speedPattern = /^(1\/[1-9]\d{0,4}|[1-9]\d{0,6}|max)$/

export interface Speed {
  model: number
  real: number
}

/** Model seconds per real seconds, `'max'` for as fast as can be, or null. */
export function parseSpeed(text: unknown): Speed | 'max' | null {
  if (typeof text !== 'string' || !speedPattern.test(text)) return null
  if (text === 'max') return 'max'
  const [model = '', real = '1'] = text.split('/')
  const speed = { model: Number(model), real: Number(real) }
  return speed.real <= 10_000 && speed.model <= 1_000_000 ? speed : null
}
