/** Bytes in a fitting unit of thousands: `960 B`, `1.4 kB`, `27 MB`. */
import { formatCount } from './formatNumbers.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000
    unit += 1
  }
  return `${formatCount(value)} ${units[unit]}`
}
