/** Goes to a thing of the diagram: the run stands at its instant, and all views have it chosen. */
import type { Micros } from '../../engine/contract/units.ts'
import { pause, seek } from '../store/commands.ts'
import { viewStore } from '../store/viewStore.ts'
import { selectionOf, type Thing } from './chosenIn.ts'

/** `at`: where a message was pressed; else the middle of its flight, where it can be seen. */
export function jump(thing: Thing, at?: Micros): void {
  viewStore.setState({ selection: selectionOf(thing) })
  pause()
  void seek(Math.round(instantOf(thing, at)))
}

function instantOf(thing: Thing, at: Micros | undefined): Micros {
  if (thing.kind === 'mark') return thing.mark.fact.at
  const { sentAt, arrivesAt } = thing.message
  return Math.min(arrivesAt, Math.max(sentAt, at ?? (sentAt + arrivesAt) / 2))
}
