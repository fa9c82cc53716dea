/**
 * Freezes plain data and all in it, unless it is deeper than allowed: what is evaluated or copied
 * later goes into it by recursion. Does not itself recurse.
 */

interface Open {
  value: object
  depth: number
}

/** False: too deep; then only a part is frozen. */
export function freezeDeep(root: object, mostDeep: number): boolean {
  const open: Open[] = [{ value: root, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > mostDeep) return false
    const depth = next.depth + 1
    Object.freeze(next.value)
    for (const value of Object.values(next.value)) {
      if (typeof value === 'object' && value !== null) open.push({ value, depth })
    }
  }
  return true
}
