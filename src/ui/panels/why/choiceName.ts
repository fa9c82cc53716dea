/** What each button of the panel asks about, in words. */
import type { TargetId } from '../../../engine/contract/ids.ts'
import { fillTemplate } from '../../../words/template.ts'

export type Choice = 'write' | 'commits' | 'selection'

/** A thing asked about is named; of an application one asks whether it waits. */
export function choiceName(
  choice: Choice,
  selection: TargetId | null,
  isApplication: boolean,
): string {
  if (choice === 'write') return 'Newest write'
  if (choice === 'commits') return 'Commits'
  const place = selection ?? ''
  if (place.startsWith('fact:')) return 'This fact'
  if (place.startsWith('point:')) return 'This point of the chart'
  if (place.startsWith('record:')) return `Write ${place.slice('record:'.length)}`
  if (isApplication) return `Does ${place} wait, and why?`
  return fillTemplate(place.includes('<>') ? 'link {place}' : '{place}', { place })
}
