/** The other side in the address: `?panel=compare&with=v2`, so that a link opens both at once. */

/** A preset, the name of a story, or a link of another run; null where the address says nothing. */
export function readWith(search: string): string | null {
  const text = new URLSearchParams(search).get('with')
  return text === null || text === '' ? null : text
}

/** The query with the other side in it, or without one. */
export function writeWith(search: string, wish: string | null): string {
  const parts = new URLSearchParams(search)
  parts.delete('with')
  if (wish !== null) parts.set('with', wish)
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}

export function followWith(wish: string | null): void {
  const { pathname, search, hash } = location
  const next = writeWith(search, wish)
  if (next !== search) history.replaceState(history.state, '', `${pathname}${next}${hash}`)
}
