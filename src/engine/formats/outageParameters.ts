/** Tunables of a loss as clients feel it: caches kept, storms, proxy, re-creation. */
import type { ParameterCard } from './parameterRow.ts'

export const outageParameters = {
  'instance.survivableCache': {
    number: 150,
    range: [0, 1],
    basis: 'published',
    source: 'D-ST: the page cache lives in a process of its own; UG22: not with several writers',
    summary: 'Whether cached pages survive the crash of the database process: 1 yes, 0 no.',
  },
  'client.connectCpu': {
    number: 151,
    range: ['0ms', '100ms'],
    basis: 'assumption',
    source: 'not published',
    summary: 'CPU time of an instance for each new connection.',
  },
  'client.retryJitter': {
    number: 152,
    range: [0, 1],
    basis: 'assumption',
    source: 'of this playground',
    summary: 'Whether a pause before trying again is drawn at random: 1 yes, 0 all wait the same.',
  },
  'failover.withoutReplica': {
    number: 153,
    range: ['60s', '600s'],
    basis: 'assumption',
    source: 'D-HA: less than 10 minutes; the bound is the default',
    summary: 'From the loss of a writer without readers until it is re-created and open.',
  },
  'failover.createElsewhere': {
    number: 154,
    range: [0, 1],
    basis: 'assumption',
    source: 'D-HA: by hand, when a whole zone is out; that somebody does it at once',
    summary: 'Whether somebody creates a lost writer in another zone while its own is out: 1 yes.',
  },
  'endpoint.proxySwitch': {
    number: 155,
    range: ['0s', '60s'],
    basis: 'assumption',
    source: 'documentation of a driver by others: about 3 s',
    summary: 'From an open writer until a proxy sends requests to it.',
  },
  'endpoint.proxyConnections': {
    number: 156,
    range: [1, 1_000],
    basis: 'assumption',
    source: 'not published',
    summary: 'Connections that a proxy keeps to its writer; more requests wait in its queue.',
  },
  'endpoint.proxyBorrow': {
    number: 157,
    range: ['1s', '300s'],
    basis: 'assumption',
    source: 'recalled: 120 s by default',
    summary: 'How long a request may wait in the queue of a proxy before it is refused.',
  },
} as const satisfies Record<string, ParameterCard>
