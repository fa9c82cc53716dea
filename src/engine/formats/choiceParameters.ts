/** Choices where the sources on Multi-Master are silent: the first is ours, the others are offered. */
import type { ParameterCard } from './parameterRow.ts'

export const choiceParameters = {
  'multiMaster.choiceErrorAfterUndo': {
    number: 124,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'When 1213 reaches the client: 0 on the refused statement, 1 when all is undone.',
  },
  'multiMaster.choiceSurvivorsUndo': {
    number: 125,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'Who undoes what a dead writer had open: 0 its recovery, 1 a writer that is left.',
  },
  'multiMaster.choiceProbeFailsFast': {
    number: 126,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'REGIONAL_RAW and a silent writer: 0 waits, 1 gives an error.',
  },
  'multiMaster.choiceOwnedRowWaits': {
    number: 127,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'A row that another writer’s open change owns: 0 gives 1213, 1 waits.',
  },
  'multiMaster.choiceDdlRefuses': {
    number: 128,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'A change of a table under DDL: 0 waits, 1 gives an error.',
  },
  'multiMaster.choiceCausalRedo': {
    number: 129,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'Redo arrives: 0 in the order of its writer, 1 also after all that its writer knew.',
  },
  'multiMaster.choiceRefusedStays': {
    number: 130,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'A page whose change was refused: 0 is evicted, 1 stays until redo brings it on.',
  },
  'multiMaster.choiceEndpointStays': {
    number: 142,
    range: [0, 1],
    basis: 'assumption',
    source: 'not documented by AWS',
    summary: 'The cluster endpoint of a dead writer: 0 leads to another one, 1 stays.',
  },
} as const satisfies Record<string, ParameterCard>
