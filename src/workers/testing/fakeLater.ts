/** What the small engine does later: one link, reports and causes that show what they were told. */
import type { Fact } from '../../engine/contract/facts.ts'
import type { Report } from '../../engine/contract/report.ts'
import type { Scenario, Setup } from '../../engine/contract/scenario.ts'
import { createLater, type Later } from '../createLater.ts'
import type { DecodedLink, Machine, Parsed } from '../engineDoor.ts'
import { fakeScenario, fakeSetup } from './fakeEngine.ts'
import { fakeDigest } from './fakeMachine.ts'

function parse(input: unknown, setup: Partial<Setup>): Parsed {
  if (typeof input === 'object' && input !== null && 'name' in input) {
    return { ok: true, scenario: input as Scenario, setup: fakeSetup(setup) }
  }
  return { ok: false, problems: [{ path: 'name', message: 'missing', allowed: 'a name' }] }
}

function decode(text: string): DecodedLink {
  if (text.replace('#', '') !== 'fake') {
    return { ok: false, problems: [{ path: 'link', message: 'unknown', allowed: 'fake' }] }
  }
  const branches = [{ id: 'main', from: null, commands: [] }]
  const recording = { scenario: fakeScenario, seed: 1, branch: 'main', branches }
  return { ok: true, recording, view: { at: 1_000, speed: null, selection: null } }
}

function fakeCause(key: string, { id: fact, at }: Fact) {
  return { key, parameters: {}, depth: 0, tone: 'plain', at, fact, subject: null } as const
}

function fakeReport(machine: Machine, facts: Fact[]): Report {
  const digest = fakeDigest(machine)
  return { at: machine.at(), events: machine.events(), digest, facts } as unknown as Report
}

export function fakeLater(setup: Partial<Setup> = {}): () => Promise<Later> {
  const later = createLater({
    parseScenario: input => parse(input, setup),
    decodeLink: decode,
    encodeLink: (recording, view) => JSON.stringify({ recording, view }),
    describe: () => ({ formatVersion: 1 }) as never,
    matchPattern: pattern => fact => fact.fact === pattern.fact,
    readStatement: () => ({ ok: true, commands: [] }),
    statementsOf: () => [],
    sqlRows: ({ at }) => ({ table: '', columns: [], rowCount: at(), rowsPerPage: 0, rows: [] }),
    sqlWords: () => ({ keywords: [], tables: [] }),
    sqlState: () => ({ isSettled: true, isAnyWaiting: false, open: 0 }),
    readInterleaving: () => ({ ok: true, cases: [] }),
    digestOf: fakeDigest,
    loadAnswers: async () => ({
      reportOf: (machine, _, facts) => fakeReport(machine, facts),
      billOf: (_, __, facts) => ({ facts }) as never,
    }),
    dollarsAt: () => 0,
    isDecision: () => false,
    whyDecision: () => [],
    loadPoints: () => Promise.reject(new Error('a fake draws no chart')),
    loadRecorder: () => Promise.reject(new Error('a fake records nothing')),
    loadEars: () => Promise.reject(new Error('a fake hears nothing')),
    loadInsides: () => Promise.reject(new Error('a fake has nothing inside')),
    whyOf: (_, subject, facts) => facts.map(fact => fakeCause(subject, fact)),
  })
  return () => Promise.resolve(later)
}
