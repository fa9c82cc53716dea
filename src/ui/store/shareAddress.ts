/**
 * The address of the run as it stands. The address bar follows whenever the run rests or was
 * changed, so that copying it is sharing; a story nobody touched keeps the name one can say aloud.
 */
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

/** The whole address, with the link after its `#`. */
export async function shareAddress(): Promise<string> {
  const { selection } = viewStore.getState()
  const { engine, playback, opened } = engineStore.getState()
  const whole = await engine?.link({ at: opened?.opensAt ?? 0, speed: null, selection: null })
  const isUntouched = whole !== undefined && spoken.test(whole) && playback?.isPlaying
  return addressOf((isUntouched ? whole : await engine?.link({ selection })) ?? '')
}

/** The link of a run that is nothing but a built-in story from its opening on. */
const spoken = /^#?[a-z][a-z0-9-]*$/

function addressOf(link: string): string {
  const { origin, pathname, search } = location
  const place = origin === 'null' ? `file://${pathname}` : `${origin}${pathname}`
  return `${place}${search}#${link.replace(/^#/, '')}`
}

let isFollowing = false

/** Writes the link into the address bar without a step in the history. */
export async function followAddress(): Promise<void> {
  if (isFollowing || viewStore.getState().notice?.problems !== undefined) return
  isFollowing = true
  const address = await shareAddress().catch(() => null)
  isFollowing = false
  if (address !== null && address !== location.href) history.replaceState(null, '', address)
}
