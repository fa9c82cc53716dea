/** Tunables of the network: delays, jitter, the slow tail, loss, duplication and resends. */
import type { ParameterCard } from './parameterRow.ts'

export const networkParameters = {
  'network.sameAzOneWay': {
    number: 1,
    range: ['0.1ms', '5ms'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Mean one-way delay inside a zone.',
  },
  'network.crossAzOneWay': {
    number: 2,
    range: ['0.1ms', '5ms'],
    basis: 'assumption',
    source: 'D-AZ says single-digit milliseconds between zones',
    summary: 'Mean one-way delay between zones.',
  },
  'network.jitter': {
    number: 3,
    range: [0, 1],
    basis: 'assumption',
    source: 'not published',
    summary: 'Share of the mean delay that is random; 0 also switches the slow tail off.',
  },
  'network.tailProbability': {
    number: 4,
    range: [0, 0.1],
    basis: 'assumption',
    source: 'not published',
    summary: 'Share of messages that are slow.',
  },
  'network.tailFactor': {
    number: 5,
    range: [1, 100],
    basis: 'assumption',
    source: 'not published',
    summary: 'How many times longer a slow message takes.',
  },
  'network.loss': {
    number: 6,
    range: [0, 1],
    basis: 'assumption',
    source: 'a run without loss is the default',
    summary: 'Share of messages that are lost.',
  },
  'network.resendFirst': {
    number: 7,
    range: ['1ms', '1000ms'],
    basis: 'assumption',
    source: 'not published',
    summary: 'When a batch goes again to copies that are silent; doubles each time.',
  },
  'network.resendMax': {
    number: 8,
    range: ['20ms', '10000ms'],
    basis: 'assumption',
    source: 'not published',
    summary: 'Longest wait between two resends.',
  },
  'network.duplication': {
    number: 41,
    range: [0, 1],
    basis: 'assumption',
    source: 'a run without duplicates is the default',
    summary: 'Share of messages that arrive twice.',
  },
} as const satisfies Record<string, ParameterCard>
