/**
 * Words of the formats that belong to later versions: what this version cannot run is refused
 * with a reason, never run as something else.
 */

const reasons: Record<string, string> = {
  whatIf: 'what-if clusters cannot be run by this version yet',
}

const parameterAreas: Record<string, string> = {
  billing: 'Billing',
}

/** The reason why a word is refused for now, or null when it belongs to no version. */
export function laterReason(word: string): string | null {
  if (Object.hasOwn(reasons, word)) return reasons[word] ?? null
  const area = word.split('.')[0] ?? ''
  if (!word.includes('.') || !Object.hasOwn(parameterAreas, area)) return null
  return `${parameterAreas[area]}: "${word}" cannot be set in this version yet`
}
