/** Every kind of step has a sentence, and every anomaly of the formats its words. */
import { expect, test } from 'vitest'
import type { DependencyKind, RunStep } from '../../../engine/contract/history.ts'
import { anomalyWords, levelWords } from '../../../words/verdictWords.ts'
import { keyWords, stepWords } from './stepWords.ts'

function step(kind: DependencyKind, isPredicate = false): RunStep {
  const key = kind === 'process' || kind === 'realtime' ? null : 'account/1'
  return { from: 1, to: 2, kind, key, isPredicate, fromAt: 0, toAt: 1, fromFact: 1, toFact: 2 }
}

test('a step says who did what to which row', () => {
  expect(stepWords(step('rw'), 'T1', 'T2')).toBe(
    'T1 read row 1 of account as it was before T2 changed it.',
  )
  expect(stepWords(step('wr'), 'T1', 'T2')).toContain('T2 read row 1 of account')
  expect(stepWords(step('realtime'), 'T1', 'T2')).toBe('T2 began after T1 had been answered.')
  expect(stepWords(step('rw', true), 'T1', 'T2')).toContain('WHERE')
  expect(keyWords('stock/row/27')).toBe('row 27 of stock')
  expect(keyWords('orders/a/b')).toBe('row a/b of orders')
})

test('every name of Formats §6 has words, with and without a suffix', () => {
  const names = ['G0', 'G1a', 'G1b', 'G1c', 'G-single', 'lost-update', 'G-nonadjacent', 'G2-item']
  const more = ['long-fork', 'G2', 'PMP', 'OTV', 'causal-reversal', 'internal', 'dirty-update']
  for (const name of [...names, ...more]) {
    expect(anomalyWords(name).exact, name).not.toBe(name)
    expect(anomalyWords(`${name}-realtime`).exact).toBe(anomalyWords(name).exact)
    expect(anomalyWords(`${name}-process`).plain).toContain('session')
  }
  expect(new Set(levelWords.map(({ name }) => name)).size).toBe(8)
})
