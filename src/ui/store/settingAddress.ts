/**
 * The setting of a laboratory in the address, as parameters before the `#` while its dialog is
 * open, so that a copied address opens the same setting. What is as it was at first is left out.
 */
export type Setting = Record<string, string>

/** The parameters of these names that are there. */
export function readSetting(search: string, names: readonly string[]): Setting {
  const parts = new URLSearchParams(search)
  const there = names.flatMap(name => {
    const value = parts.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return Object.fromEntries(there)
}

/** The query with this setting and no other value of these names. */
export function writeSetting(search: string, names: readonly string[], setting: Setting): string {
  const parts = new URLSearchParams(search)
  for (const name of names) parts.delete(name)
  for (const [name, value] of Object.entries(setting)) parts.set(name, value)
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}

interface Follower {
  names: readonly string[]
  /** As it is now. */
  setting: () => Setting
  subscribe: (changed: () => void) => () => void
}

/** Keeps the address as the setting is; what it returns takes the setting out of it again. */
export function followSetting({ names, setting, subscribe }: Follower): () => void {
  const put = (now: Setting) => {
    const { pathname, search, hash } = location
    const next = writeSetting(search, names, now)
    if (next !== search) history.replaceState(history.state, '', `${pathname}${next}${hash}`)
  }
  const follow = () => put(setting())
  follow()
  const stop = subscribe(follow)
  return () => {
    stop()
    put({})
  }
}
