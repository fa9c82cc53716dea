/** Every panel and dialog there is, as it is called on the page; none can be forgotten. */
import type { DialogName, PanelName } from '../src/ui/store/viewStore.ts'

export interface View {
  title: string
  place: 'aside' | 'dialog[open]'
}

const panels: Record<PanelName, string> = {
  hands: 'By hand',
  faults: 'Faults',
  why: 'Why',
  facts: 'Facts',
  capacity: 'Capacity',
  volume: 'Volume',
  console: 'SQL',
  rows: 'Rows and locks',
  placement: 'Placement',
  verdict: 'Verdict',
  bill: 'The bill',
  narration: 'What happens, told',
  migrate: 'Change and migrate',
  spacetime: 'Space and time',
  curve: 'Draw the load',
  compare: 'Compare two clusters',
  knowledge: 'What this node knows',
}

/** But for the palette, by which all of them are opened. */
const dialogs: Record<Exclude<DialogName, 'palette'>, string> = {
  scenarios: 'Which question shall we ask?',
  share: 'Share this run',
  keys: 'Keys and help',
  stopWhen: 'Stop when…',
  neighbours: 'Who decides, when, and who loses',
  scaleOut: 'Does it scale?',
  durability: 'How long do copies last?',
  writePath: 'What crosses the network?',
  whichRange: 'Which range?',
  looks: 'Colours and size',
  create: 'Create a cluster',
}

export const views: View[] = [
  ...Object.values(panels).map(title => ({ title, place: 'aside' as const })),
  ...Object.values(dialogs).map(title => ({ title, place: 'dialog[open]' as const })),
]
