/** Dollars of the meter: cents from one dollar on, finer below, so that it is seen to move. */

export function formatDollars(text: string): string {
  const value = Number(text)
  if (!Number.isFinite(value)) return `$${text}`
  if (value >= 1 || value === 0) return `$${value.toFixed(2)}`
  return `$${value.toFixed(value < 0.01 ? 6 : 4)}`
}
