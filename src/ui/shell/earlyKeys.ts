/** Keys pressed before the page's listeners have come are kept, and given to them then. */

const early: KeyboardEvent[] = []

function keep(event: KeyboardEvent): void {
  early.push(event)
}

export function keepEarlyKeys(): void {
  addEventListener('keydown', keep)
}

/** Those kept so far; nothing is kept from now on. */
export function takeEarlyKeys(): KeyboardEvent[] {
  removeEventListener('keydown', keep)
  return early.splice(0)
}
