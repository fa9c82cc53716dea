/** Situations of a Multi-Master cluster for the tests of the scene; each makes a new frame. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { MultiMasterView } from '../../../engine/contract/multiMasterView.ts'
import {
  exampleAnswers,
  exampleAt,
  exampleProposal,
  exampleTransaction,
  multiMasterFrame,
  type MultiMasterOptions,
} from './multiMasterFrames.ts'

function change(frame: Frame, by: (view: MultiMasterView) => void): Frame {
  if (frame.multiMaster !== null) by(frame.multiMaster)
  return frame
}

/** Three for each: nobody wins, both roll back. */
export function splitFrame(options: MultiMasterOptions = {}): Frame {
  return change(multiMasterFrame(options), view => {
    view.proposals = [
      exampleProposal(0, {
        verdict: 'refused',
        cause: 'noWinner',
        answers: exampleAnswers('yyyiii'),
      }),
      exampleProposal(1, {
        verdict: 'refused',
        cause: 'noWinner',
        answers: exampleAnswers('iiiyyy'),
      }),
    ]
  })
}

/** The second writer waits for its peers, the first has read what was 22 ms old. */
export function syncingFrame(options: MultiMasterOptions = {}): Frame {
  return change(multiMasterFrame(options), view => {
    const peers = view.writers.filter(({ id }) => id !== 'w2').map(({ id }) => id)
    view.transactions = [
      { ...exampleTransaction(0), state: 'committed' },
      {
        ...exampleTransaction(1),
        state: 'syncing',
        mode: 'REGIONAL_RAW',
        since: exampleAt - 4_200,
        reads: [],
        sync: peers.map(peer => ({
          peer,
          state: 'catchingUp',
          upTo: 1_042,
          expectedAt: exampleAt + 4_200,
        })),
      },
    ]
  })
}

function crashedFrame(): Frame {
  const frame = change(multiMasterFrame({ writers: 3 }), view => {
    for (const [index, status] of (['offline', 'recovery'] as const).entries()) {
      const writer = view.writers[index]
      if (writer !== undefined) writer.status = status
    }
    for (const lag of view.lags)
      if (lag.from === 'w3') Object.assign(lag, { isCut: true, waiting: 99 })
    view.ddl = { owner: 'w3', table: 'accounts', since: exampleAt - 9_000 }
  })
  for (const instance of frame.instances) if (instance.id === 'w1') instance.status = 'down'
  frame.links = [
    { from: 'w3', to: 'w2', isCut: true, lossPpm: 0 },
    { from: 'w2', to: 'w3', isCut: true, lossPpm: 0 },
  ]
  for (const application of frame.applications) application.feels = 'retrying'
  return frame
}

/** A change of a row, its index and its undo, in three groups; the second is the slowest. */
export function spanningFrame(options: MultiMasterOptions = { groups: 4 }): Frame {
  const frame = multiMasterFrame(options)
  const answersIn = (index: number, pattern: string) =>
    exampleAnswers(pattern).map((answer, bit) => ({
      ...answer,
      node: frame.groups[index]?.segments[bit]?.node ?? answer.node,
    }))
  return change(frame, view => {
    const pages = [
      { page: 17, kind: 'table' as const, group: 'pg1', base: 41 },
      { page: 20, kind: 'index' as const, group: 'pg2', base: 44 },
      { page: 16_777_218, kind: 'undo' as const, group: 'pg3', base: 3 },
    ]
    const parts = ['yyyyy.', 'yy..ii', 'yyyy..'].map((pattern, index) => ({
      group: `pg${index + 1}`,
      answers: answersIn(index, pattern),
    }))
    view.proposals = [exampleProposal(0, { pages, parts, answers: exampleAnswers('yyyyy.') })]
    for (const its of view.pages) {
      if (its.page === 20) Object.assign(its, { kind: 'index', index: 'by_owner' })
      if (its.page === 21) Object.assign(its, { kind: 'system', table: 'undo', rows: [0, 0] })
    }
  })
}

/** All six causes at one writer, which only reads now; another one starts with a cold memory. */
export function causesFrame(options: MultiMasterOptions = {}): Frame {
  const frame = change(multiMasterFrame(options), view => {
    const [first] = view.writers
    Object.assign(first ?? {}, {
      isReadOnly: true,
      conflicts: 1_212,
      causes: {
        ...{ inFlight: 12, staleBase: 840, noWinner: 2, rowOwned: 301 },
        ...{ deadlock: 50, lockTimeout: 7 },
      },
    })
    view.transactions = [
      { ...exampleTransaction(0), state: 'rolledBack', cause: 'staleBase' },
      { ...exampleTransaction(1), state: 'rollingBack', cause: 'deadlock' },
    ]
  })
  const cold = frame.instances[1]
  if (cold !== undefined) Object.assign(cold, { cachedPages: 30, bufferPoolPages: 100 })
  return frame
}

const counts = [1, 2, 3, 4].flatMap(writers => [1, 2].map(groups => ({ writers, groups })))

/** Each makes a new frame, so that a test may spoil it further. */
export const multiMasterSituations: Record<string, () => Frame> = {
  ...Object.fromEntries(
    counts.map(({ writers, groups }) => [
      `${writers} writers, ${groups} groups`,
      () => multiMasterFrame({ writers, groups }),
    ]),
  ),
  'nobody wins': () => splitFrame(),
  'nobody wins among four': () => splitFrame({ writers: 4 }),
  'one is down, one recovers, a link is cut': crashedFrame,
  'one waits under REGIONAL_RAW, one has read an old value': () => syncingFrame({ writers: 4 }),
  '4 writers, 16 groups': () => multiMasterFrame({ writers: 4, groups: 16 }),
  'a change in three groups of 16': () => spanningFrame({ writers: 4, groups: 16 }),
  'a change in three groups of 4': () => spanningFrame(),
  'causes of all kinds': () => causesFrame(),
  'causes of all kinds at one of four': () => causesFrame({ writers: 4 }),
  'nothing has happened yet': () =>
    change(multiMasterFrame(), view => {
      Object.assign(view, { pages: [], proposals: [], transactions: [] })
      for (const writer of view.writers) for (const group of writer.groups) group.records = []
    }),
}
