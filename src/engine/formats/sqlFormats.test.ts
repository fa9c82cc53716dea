/** What is typed, and tables as SQL knows them, in scenarios and links (Formats §1, §2). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import { readScenario } from '../readScenario.ts'
import { decodeLink, encodeLink } from './link.ts'

const scenario = {
  ...{ version: 1, name: 'mine', title: 'Mine?', question: 'Mine?' },
  cluster: { edition: 'postgresql', instances: [{ id: 'w1', az: 'a' }] },
  tables: [{ name: 'account', columns: ['id int primary key', 'owner text'], rows: 4 }],
} as const

function problemsOf(tables: unknown[], edition = 'mysql') {
  const read = readScenario({ ...scenario, cluster: { ...scenario.cluster, edition }, tables })
  return read.ok ? [] : read.problems.map(({ path }) => path)
}

test('Formats §2: whatever is typed comes back from a link as it was', () => {
  const read = readScenario(scenario)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const typed = fc.record({
    do: fc.constant('RunSql' as const),
    session: fc.string({ minLength: 1, maxLength: 40 }),
    on: fc.constantFrom('w1', 'reader', 'nowhere'),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  })
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 5 }), commands => {
      const branch = commands.map((command, at) => ({ at, command: command as Command }))
      const branches = [{ id: 'main', from: null, commands: branch }]
      const recording = { scenario: read.scenario, seed: 1, branch: 'main', branches }
      const link = encodeLink(recording, { at: 5, speed: null, selection: null })
      const decoded = decodeLink(link)
      expect(decoded).toMatchObject({ ok: true, recording: { branches } })
    }),
  )
})

test('a text that is too long comes back too long, to be refused again', () => {
  const read = readScenario(scenario)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const command = { do: 'RunSql', session: 'ann', text: 'x'.repeat(30_000) } as const
  const branches = [{ id: 'main', from: null, commands: [{ at: 1, command }] }]
  const recording = { scenario: read.scenario, seed: 1, branch: 'main', branches }
  const decoded = decodeLink(encodeLink(recording, { at: 5, speed: null, selection: null }))
  const [back] = decoded.ok ? decoded.recording.branches[0]!.commands : []
  expect(back!.command).toMatchObject({ text: 'x'.repeat(10_001) })
})

test('Formats §0: columns and indexes that cannot be read are told with their paths', () => {
  const table = scenario.tables[0]
  expect(problemsOf([{ ...table, columns: ['id int primary key', 'b nonsense('] }])).toEqual([
    'tables[0].columns[1]',
  ])
  expect(problemsOf([table, { ...table, name: 'b', indexes: ['owner', ')'] }])).toEqual([
    'tables[1].indexes[1]',
  ])
  expect(problemsOf([{ ...table, indexes: ['unique (owner)'] }])).toEqual(['tables[0]'])
  expect(problemsOf([{ ...table, indexes: ['by_owner (owner, id)'] }], 'postgresql')).toEqual([])
})

test('the name of the consoles is taken', () => {
  const workload = {
    ...{ id: 'consoles', kind: 'sessions', sessions: 1, think: '1s' },
    ...{ transaction: { reads: 1 }, keys: { table: 'account', pattern: 'uniform' } },
  }
  const read = readScenario({ ...scenario, workload: [workload] })
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['workload[0].id'])
})
