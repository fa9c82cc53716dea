/** Bad input: where it stands and what is allowed there (Formats §0). The same for all doors. */
export interface Problem {
  /** As `cluster.instances[0].az` or `link, character 12`. */
  path: string
  message: string
  allowed: string | null
}

const plainKey = /^[A-Za-z_]\w*$/

/** `['cluster', 'instances', 0, 'az']` → `cluster.instances[0].az`. */
export function renderPath(path: readonly (string | number)[]): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`
    else if (!plainKey.test(key)) text += `[${JSON.stringify(key)}]`
    else text += text === '' ? key : `.${key}`
  }
  return text === '' ? 'scenario' : text
}

/** A character of a link, counted from 1. */
export function linkPlace(index: number): string {
  return `link, character ${index + 1}`
}

/** A value as a reader sees it in a message: short, on one line. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text
}
