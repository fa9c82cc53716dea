/** A script of sessions, opened as a file anywhere on the page: the console takes it. */
import { create } from 'zustand'

interface ScriptState {
  file: File | null
}

export const scriptStore = create<ScriptState>()(() => ({ file: null }))

/** What a script says of itself (Formats §8). */
export function isScript(text: string): boolean {
  return /"format"\s*:\s*"interleaving\//.test(text)
}
