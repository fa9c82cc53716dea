/** The 64 letters of base64url, six bits each, and a check over a text of them. */

export const bitLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Two multiplied by itself: exact, and beyond the 32 bits of shifts. */
export function twoTimes(count: number): number {
  let power = 1
  for (let k = 0; k < count; k++) power *= 2
  return power
}

/** Four letters over a text: 24 bits of FNV-1a. */
export function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let k = 0; k < text.length; k++) {
    hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  }
  const folded = ((hash >>> 8) ^ hash) & 0xffffff
  return [18, 12, 6, 0].map(shift => bitLetters[(folded >> shift) & 63]).join('')
}
