/** The allowed name that a mistyped one most likely meant, by edit distance. */

function nextRow(row: number[], letter: string, other: string): number[] {
  const next = [(row[0] ?? 0) + 1]
  for (let k = 1; k <= other.length; k++) {
    const swapped = (row[k - 1] ?? 0) + (letter === other[k - 1] ? 0 : 1)
    next.push(Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, swapped))
  }
  return next
}

function distance(name: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, k) => k)
  for (const letter of name) row = nextRow(row, letter, other)
  return row[other.length] ?? 0
}

/** Null when nothing is close: more than two in five letters would have to change. */
export function nearestName(name: string, allowed: readonly string[]): string | null {
  const asked = name.slice(0, 60).toLowerCase()
  let nearest: string | null = null
  let least = Math.max(2, Math.floor(asked.length * 0.4)) + 1
  for (const other of allowed) {
    const changes = distance(asked, other.toLowerCase())
    if (changes >= least) continue
    least = changes
    nearest = other
  }
  return nearest
}
