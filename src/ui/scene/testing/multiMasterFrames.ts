/** Frames of a Multi-Master cluster, made by hand for the tests of the scene. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type {
  AnswerView,
  LaneRecordView,
  LagView,
  MultiMasterView,
  PageView,
  ProposalView,
  TransactionView,
  WriterLaneView,
} from '../../../engine/contract/multiMasterView.ts'
import { exampleFrame } from './exampleFrame.ts'

export const exampleAt = 218_000
const zones = ['az-a', 'az-b', 'az-c', 'az-a']
const allSix = 0b111111

/** Its newest is still asked about, the one before was refused. */
function laneRecords(writer: number): LaneRecordView[] {
  return Array.from({ length: 14 }, (_, index) => {
    const lsn = 31 + writer * 100 + index
    const state = index === 13 ? 'tentative' : index === 12 ? 'refused' : 'accepted'
    return {
      lsn,
      proposal: 500 + writer * 20 + index,
      transaction: 70 + writer,
      page: 17,
      base: 40 + index,
      state: index < 9 ? 'committed' : state,
      isCommit: index % 3 === 0,
      heldBy: index === 13 ? 0b001111 : index === 12 ? 0 : index === 10 ? 0b110111 : allSix,
    }
  })
}

function lane(writer: number): WriterLaneView {
  const last = 44 + writer * 100
  return {
    id: `w${writer + 1}`,
    status: 'online',
    epoch: 1,
    vcl: last - 2,
    vdl: last - 2,
    highestLsn: last,
    groups: [1, 2].map(group => ({
      id: `pg${group}`,
      scl: [last - 1, last - 1, last - 1, last - 4, last - 1, last - 2],
      pgcl: last - 1,
      records: laneRecords(writer),
    })),
    isReadOnly: false,
    openTransactions: 2,
    rollingBack: writer === 1 ? 1 : 0,
    purge: { waiting: 0, lagMicros: 0 },
    commits: 412 - 100 * writer,
    conflicts: 3 + writer,
    causes: {
      ...{ inFlight: 1, staleBase: 1 + writer, noWinner: 0, rowOwned: 1 },
      ...{ deadlock: 0, lockTimeout: 0 },
    },
    retries: 2 + writer,
    recent: { windowMicros: 218_000, commits: 9, conflicts: 1, retries: 1 },
  }
}

export function exampleAnswers(pattern: string, version = 41): AnswerView[] {
  const nodes = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']
  return nodes.map((name, bit) => {
    const sign = pattern[bit]
    const answer = sign === 'y' ? 'yes' : sign === '.' ? 'none' : 'no'
    const refusal = sign === 's' ? 'staleBase' : sign === 'i' ? 'inFlight' : ''
    const isNewer = refusal === 'staleBase'
    return {
      node: `node-${name}`,
      answer,
      refusal,
      version: isNewer ? version + 1 : version,
      holder: refusal === 'inFlight' ? 512 : 0,
    }
  })
}

/** The one page that it changes, and what its group says to it. */
function partsFor({ page = 17, base = 41, answers }: Partial<ProposalView>) {
  return {
    pages: [{ page, kind: 'table' as const, group: 'pg1', base }],
    parts: [{ group: 'pg1', answers: answers ?? exampleAnswers('yyyy..') }],
  }
}

export function exampleProposal(writer: number, changes: Partial<ProposalView> = {}): ProposalView {
  return {
    proposal: 512 + writer,
    transaction: 70 + writer,
    instance: `w${writer + 1}`,
    group: 'pg1',
    page: 17,
    rows: [129 + writer],
    base: 41,
    reason: 'user',
    sentAt: exampleAt - 1_200,
    decidedAt: null,
    verdict: 'open',
    cause: '',
    answers: exampleAnswers('yyyy..'),
    ...partsFor(changes),
    ...changes,
  }
}

/** The first has four, the second two: one is kept. */
const decided = [
  exampleProposal(0, {
    verdict: 'accepted',
    decidedAt: exampleAt - 300,
    answers: exampleAnswers('yyyyii'),
  }),
  exampleProposal(1, {
    verdict: 'refused',
    decidedAt: exampleAt - 200,
    cause: 'inFlight',
    answers: exampleAnswers('iissyy'),
  }),
]

function page(number: number, writers: number): PageView {
  return {
    page: number,
    kind: 'table',
    table: 'accounts',
    index: '',
    rows: [number * 8 + 1, number * 8 + 8],
    group: 'pg1',
    version: 40 + (number % 7),
    lastWriter: 'w1',
    copies: Array.from({ length: 6 }, () => ({ version: 40 + (number % 7), tentative: 0 })),
    caches: Array.from({ length: writers }, (_, index) => {
      if (index === 2) return null
      const staleMicros = index === 1 ? 22_000 : 0
      return { page: number, version: 40 + (number % 7) - (index === 1 ? 1 : 0), staleMicros }
    }),
    committed: number === 18 ? [{ row: number * 8 + 2, instance: 'w1' }] : [],
    owned: number === 17 ? [{ row: number * 8 + 3, instance: 'w1', transaction: 70 }] : [],
  }
}

function lagsOf(writers: number): LagView[] {
  const names = Array.from({ length: writers }, (_, index) => `w${index + 1}`)
  return names.flatMap(from =>
    names
      .filter(to => to !== from)
      .map(to => ({ from, to, lagMicros: 31_000, waiting: 4, isCut: false })),
  )
}

export function exampleTransaction(writer: number): TransactionView {
  return {
    transaction: 70 + writer,
    application: ['shop', 'reports', 'billing'][writer] ?? 'shop',
    instance: `w${writer + 1}`,
    state: writer === 1 ? 'rollingBack' : 'proposing',
    mode: 'INSTANCE_RAW',
    since: exampleAt - 40_000,
    cause: writer === 1 ? 'inFlight' : '',
    reads: [{ row: 130, writtenBy: 60, staleMicros: 22_000 }],
    sync: [],
  }
}

function multiMaster(writers: number): MultiMasterView {
  return {
    writers: Array.from({ length: writers }, (_, index) => lane(index)),
    pages: Array.from({ length: 12 }, (_, index) => page(12 + index, writers)),
    proposals: writers > 1 ? structuredClone(decided) : [exampleProposal(0)],
    transactions: Array.from({ length: Math.min(2, writers) }, (_, index) =>
      exampleTransaction(index),
    ),
    lags: lagsOf(writers),
    ddl: { owner: 'w1', table: null, since: 0 },
    choices: [],
    conflicts: {
      inFlight: 2,
      staleBase: 3,
      noWinner: 0,
      rowOwned: 1,
      deadlock: 0,
      lockTimeout: 0,
    },
  }
}

export interface MultiMasterOptions {
  writers?: number
  groups?: number
}

export function multiMasterFrame({ writers = 2, groups = 1 }: MultiMasterOptions = {}): Frame {
  const frame = exampleFrame({ groups, nodesPerZone: groups > 1 ? 6 : 3, applications: 2 })
  const pattern = frame.instances[0]
  const instances = Array.from({ length: writers }, (_, index) => ({
    ...structuredClone(pattern as Frame['instances'][number]),
    id: `w${index + 1}`,
    zone: zones[index] ?? 'az-a',
  }))
  const clients = frame.applications.map(({ id }) => id)
  frame.applications.forEach((application, index) => {
    application.on = `w${(index % writers) + 1}`
  })
  for (const group of frame.groups) group.records = []
  return {
    ...frame,
    cluster: { edition: 'mysql', topology: 'multi-master' },
    actors: [...frame.nodes.map(({ id }) => id), ...instances.map(({ id }) => id), ...clients],
    instances,
    multiMaster: multiMaster(writers),
  }
}
