/**
 * What Run means: what is marked, or the statement at the cursor. Statements end with a semicolon
 * outside of quotes and comments; the engine's parser has the last word on them.
 */

export interface Part {
  text: string
  from: number
  to: number
  /** Nothing else stands in the editor. */
  isAll: boolean
}

/** Quoted, commented, a semicolon, or any other letter. */
const pieces = /'(?:[^'\\]|\\.|'')*'?|"[^"]*"?|`[^`]*`?|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;|[\s\S]/g

/** Places behind the semicolons. */
function endsOf(text: string): number[] {
  const found = [...text.matchAll(pieces)].filter(([piece]) => piece === ';')
  return found.map(({ index }) => index + 1)
}

function trimmed(text: string, from: number, to: number): Part {
  const part = text.slice(from, to)
  const start = from + part.length - part.trimStart().length
  const end = Math.max(start, from + part.trimEnd().length)
  const isAll = text.trim() === text.slice(start, end)
  return { text: text.slice(start, end), from: start, to: end, isAll }
}

/** The marked part, else the statement at the cursor; the one before it in an empty rest. */
export function partToRun(text: string, from: number, to: number): Part {
  if (from !== to) return trimmed(text, from, to)
  const ends = endsOf(text)
  const start = ends.findLast(end => end <= from) ?? 0
  const end = ends.find(its => its > from) ?? text.length
  const part = trimmed(text, start, end)
  if (part.text !== '' || start === 0) return part
  return trimmed(text, ends.findLast(its => its < start) ?? 0, start)
}
