/**
 * Links that can be said aloud: a built-in scenario unchanged is its name, with what one was
 * looking at behind it where that differs from the opening: `four-of-six`, `four-of-six@1.5s`,
 * `four-of-six@1.5s,1/1500x,pg1/a1`.
 */
import type { View } from '../contract/recording.ts'
import { parseDuration } from './duration.ts'
import { formatDuration } from './formatDuration.ts'
import { parseSpeed } from './speed.ts'

export const longestNamedLink = 60

const speedForm = /^(.+)x$/

/** Characters that stand for themselves in an address. */
function quote(selection: string): string {
  return encodeURIComponent(selection).replace(/%2F/g, '/').replace(/%3A/g, ':')
}

/** Null when it would come out longer than can be said. */
export function encodeNamedLink(name: string, view: View, opensAt: number): string | null {
  const at = view.at === opensAt ? '' : `@${formatDuration(view.at)}`
  const speed = view.speed === null ? '' : `,${view.speed}x`
  const selection = view.selection === null ? '' : `,${quote(view.selection)}`
  const text = `${name}${at}${speed}${selection}`
  return text.length <= longestNamedLink ? text : null
}

export interface NamedLink {
  name: string
  at: number | null
  speed: string | null
  selection: string | null
}

function unquote(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What the parts behind the name say, or the part that says nothing. */
export function decodeNamedLink(text: string): NamedLink | { bad: string; from: number } {
  const [head = '', ...rest] = text.split(',')
  const [name = '', ...instants] = head.split('@')
  const link: NamedLink = { name, at: null, speed: null, selection: null }
  const instant = instants.join('@')
  link.at = instants.length === 0 ? null : parseDuration(instant)
  if (instants.length > 0 && link.at === null) return { bad: instant, from: name.length + 1 }
  let from = head.length + 1
  for (const part of rest) {
    const [, speed] = speedForm.exec(part) ?? []
    const isSpeed = speed !== undefined && parseSpeed(speed) !== null
    const selection = unquote(part)
    if (isSpeed) link.speed = speed
    else if (selection && /^[a-z]/.test(selection)) link.selection = selection
    else return { bad: part, from }
    from += part.length + 1
  }
  return link
}
