/** What each panel and dialog is called, over it and in the command palette. */
import type { DialogName, PanelName } from '../store/viewStore.ts'

export const panelTitles: Record<PanelName, string> = {
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

export const dialogTitles: Record<DialogName, string> = {
  scenarios: 'Which question shall we ask?',
  share: 'Share this run',
  keys: 'Keys and help',
  stopWhen: 'Stop when…',
  neighbours: 'Who decides, when, and who loses',
  scaleOut: 'Does it scale?',
  durability: 'How long do copies last?',
  writePath: 'What crosses the network?',
  whichRange: 'Which range?',
  palette: 'Do anything',
  looks: 'Colours and size',
  create: 'Create a cluster',
}
