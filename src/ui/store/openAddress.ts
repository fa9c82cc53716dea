/**
 * The address bar opens a story when the page starts and whenever somebody edits it. What cannot
 * be opened at the start leaves nothing running, so the opening story starts behind the message.
 */
import { engineStore } from './engineStore.ts'
import { openingName, openSource, sourceKindOf } from './openSource.ts'
import { viewStore } from './viewStore.ts'

/** What the address asks for: the part after `#`, or the opening story. */
export function sourceIn(hash: string): string {
  const text = hash.replace(/^#/, '')
  return text === '' ? openingName : text
}

export async function openAddress(): Promise<void> {
  const source = sourceIn(location.hash)
  if (await openSource(source, sourceKindOf(source))) return
  if (engineStore.getState().opened !== null) return
  const { notice } = viewStore.getState()
  if (!(await openSource(openingName, 'story')) || notice === null) return
  const text = 'This is the opening story instead.'
  viewStore.setState({ notice: { ...notice, text, offersOpening: false } })
}
