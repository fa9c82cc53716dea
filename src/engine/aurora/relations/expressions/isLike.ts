/** LIKE: `%` is any text, `_` one character; the escape takes a character as it is. */

type Part =
  | { any: 'text' }
  | { any: 'character' }
  | { any: null; character: string }
  /** The escape at the end of the pattern, with nothing to escape. */
  | { any: 'nothing' }

function partsOf(pattern: string, escape: string): Part[] {
  const parts: Part[] = []
  const characters = [...pattern]
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index]!
    if (character === escape) {
      const escaped = characters[++index]
      parts.push(escaped === undefined ? { any: 'nothing' } : { any: null, character: escaped })
    } else if (character === '%') parts.push({ any: 'text' })
    else if (character === '_') parts.push({ any: 'character' })
    else parts.push({ any: null, character })
  }
  return parts
}

function matchesHere(part: Part | undefined, character: string): boolean {
  return (
    part !== undefined &&
    (part.any === 'character' || ('character' in part && part.character === character))
  )
}

/** Goes back to the last `%` only, so that time is at most text × pattern. */
function matches(characters: string[], parts: Part[]): boolean | null {
  let [at, part, anyPart, anyAt] = [0, 0, -1, 0]
  while (at < characters.length) {
    if (matchesHere(parts[part], characters[at]!)) {
      at++
      part++
    } else if (parts[part]?.any === 'text') {
      anyPart = part++
      anyAt = at
    } else if (parts[part]?.any === 'nothing') return null
    else if (anyPart >= 0) {
      part = anyPart + 1
      at = ++anyAt
    } else return false
  }
  return parts.slice(part).every(({ any }) => any === 'text')
}

/** Null: the text goes on where the pattern ends with its escape character. */
export function isLike(text: string, pattern: string, escape: string): boolean | null {
  return matches([...text], partsOf(pattern, escape))
}
