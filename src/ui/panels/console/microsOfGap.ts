/** The gap after a step of a script as microseconds; undefined = until it is settled. */
const units: Record<string, number> = {
  us: 1,
  ms: 1_000,
  s: 1_000_000,
  min: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
}

/** The engine has read the script, and so the duration, before. */
export function microsOfGap(gap: string): number | undefined {
  const [, number, unit] = /^([\d.]+)(us|ms|s|min|h|d)$/.exec(gap) ?? []
  if (number === undefined || unit === undefined) return undefined
  return Math.round(Number(number) * units[unit]!)
}
