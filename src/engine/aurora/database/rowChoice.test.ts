/** Which rows are chosen, and how evenly. */
import { expect, test } from 'vitest'
import type { SessionsWorkload } from '../../contract/scenario.ts'
import { resolveParameters } from '../../formats/parameterTable.ts'
import { parseScenario } from '../../formats/parseScenario.ts'
import { setStage } from '../stories/stage.ts'
import type { World } from '../world.ts'
import { chosenRow, drawRowSeed, pageOfRow } from './rowChoice.ts'

function rowsOf(pattern: 'uniform' | 'hot' | 'sequential', count: number): number[] {
  const { world } = setStage(resolveParameters({}), { pattern, rows: 100, rowsPerPage: 10 })
  return Array.from({ length: count }, (_, n) => n).flatMap(() => {
    const seed = drawRowSeed(world, 0)
    return [chosenRow(world, 0, seed, 0), chosenRow(world, 0, seed, 1)]
  })
}

test('W1: sequential takes row after row and begins again', () => {
  expect(rowsOf('sequential', 51).slice(96)).toEqual([96, 97, 98, 99, 0, 1])
})

test('W1: uniform reaches every row about equally often', () => {
  const counts = new Array(100).fill(0)
  for (const row of rowsOf('uniform', 10_000)) counts[row]++
  expect(Math.min(...counts)).toBeGreaterThan(130)
  expect(Math.max(...counts)).toBeLessThan(280)
})

test('W1: the hot tenth gets its share, the others share the rest', () => {
  const rows = rowsOf('hot', 10_000)
  const hot = rows.filter(row => row < 10).length / rows.length
  expect(hot).toBeGreaterThan(0.88)
  expect(hot).toBeLessThan(0.92)
  expect(new Set(rows).size).toBe(100)
})

test('W1: rows lie on pages one after the other', () => {
  const { world } = setStage(resolveParameters({}), { rows: 100, rowsPerPage: 10 })
  expect([0, 9, 10, 99].map(row => pageOfRow(world, 0, row))).toEqual([0, 0, 1, 9])
})

test('W1: partitioned shares the hot tenth, and gives each application rows of its own', () => {
  const team = (id: string): SessionsWorkload => ({
    id,
    kind: 'sessions',
    sessions: 1,
    think: '1ms',
    transaction: { reads: 1 },
    keys: { table: 't', pattern: 'partitioned', hotShare: 0.5 },
  })
  const parsed = parseScenario({
    version: 1,
    name: 'parts',
    title: 'Parts',
    question: 'Whose rows?',
    cluster: { instances: [{ id: 'w1', az: 'a' }] },
    tables: [{ name: 't', rows: 100 }],
    workload: [team('one'), team('two'), team('three')],
  })
  if (!parsed.ok) throw new Error('a scenario is refused')
  const { setup } = parsed
  const chosen = (application: number) =>
    Array.from({ length: 5_000 }, (_, seed) =>
      chosenRow({ setup } as unknown as World, application, seed * 7919, 0),
    )
  const parts = [0, 1, 2].map(application => chosen(application).sort((a, b) => a - b))
  const own = parts.map(rows => rows.filter(row => row >= 10))
  expect(own.map(rows => [rows[0], rows.at(-1)])).toEqual([
    [10, 39],
    [40, 69],
    [70, 99],
  ])
  for (const rows of own) expect(Math.abs(rows.length - 2_500)).toBeLessThan(150)
  expect(new Set(parts[1]!.filter(row => row < 10)).size).toBe(10)
})
