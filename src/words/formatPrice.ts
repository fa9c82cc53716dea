/** A price in micro-dollars as dollars: cents, or finer where it is. */

export function formatPrice(microDollars: number): string {
  const isWholeCents = microDollars % 10_000 === 0
  const text = (microDollars / 1_000_000).toFixed(6).replace(/0+$/, '')
  return isWholeCents ? `$${(microDollars / 1_000_000).toFixed(2)}` : `$${text}`
}
