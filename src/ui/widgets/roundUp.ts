/** The next of 1, 2, 5, 10, 20, 50 … at or above a value: where a scale may end. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find(factor => factor * power >= value * 0.999999) ?? 10) * power
}
