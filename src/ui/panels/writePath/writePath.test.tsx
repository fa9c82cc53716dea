/** The comparison in words, bars and paths, from an answer made by hand. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'
import { readSetting, writeSetting } from '../../store/settingAddress.ts'
import { barShapes } from './barShapes.ts'
import { auroraShapes, mirroredShapes } from './pathShapes.ts'
import { WritePath } from './WritePath.tsx'
import { readWritePath, writePathNames, writePathSetting } from './writePathAddress.ts'
import { writePathCsv } from './writePathCsv.ts'
import { writePathStore } from './writePathStore.ts'

const side = {
  micros: 500_000,
  transactions: 100,
  rows: 400,
  latencyMicros: 2_500,
  copyBytes: 800_000,
}
const aurora: WriteSide = {
  ...{ ...side, copies: 600, ios: 100, iosEachPpm: 1_000_000 },
  kinds: [{ kind: 'redo', ios: 100, bytes: 130_000 }],
}
const mirrored: WriteSide = {
  ...{ ...side, transactions: 50, copies: 1_240, ios: 310, iosEachPpm: 6_200_000 },
  kinds: [
    { kind: 'redo', ios: 50, bytes: 1 },
    { kind: 'binlog', ios: 50, bytes: 1 },
    { kind: 'doubleWrite', ios: 12, bytes: 1 },
    { kind: 'page', ios: 198, bytes: 1 },
  ],
}
const request = { seed: 1, sessions: 4, writes: 4, pages: 20_000, isDiskDown: false }
const answer: WritePathAnswer = {
  ...{ request, aurora, mirrored },
  scenario: {} as WritePathAnswer['scenario'],
}

function shown(change: Partial<WritePathAnswer> = {}): string {
  writePathStore.setState({ state: 'done', answer: { ...answer, ...change } })
  // The server draws what a store began with.
  Object.assign(writePathStore.getInitialState(), writePathStore.getState())
  return renderToStaticMarkup(<WritePath />)
}

test('a bar is made of its kinds; more I/Os make it longer', () => {
  const { bars } = barShapes(answer, 600)
  const [mysql, paper, its] = bars
  const sum = mysql!.parts!.reduce((width, part) => width + part.width, 0)
  expect(sum).toBeCloseTo(mysql!.end - mysql!.parts![0]!.x)
  expect(mysql!.ios).toBeCloseTo(6.2)
  expect(paper!.end).toBeGreaterThan(mysql!.end)
  expect(its!.end).toBeLessThan(mysql!.end)
})

test('as many dots move as I/Os were counted, on broader links where there are more', () => {
  const [one, other] = [mirroredShapes(answer), auroraShapes(answer)]
  expect(one.dots).toEqual(['redo', 'binlog', 'doubleWrite', 'page', 'page', 'page', 'page'])
  expect(other.dots).toEqual(['redo'])
  expect(one.links[0]!.width).toBeGreaterThan(other.links[0]!.width)
  expect(other.links).toHaveLength(6)
})

test('counted stands beside published, and the difference has its reasons', () => {
  const text = shown()
  for (const words of ['6.2', '7.4', '0.95', '27,378,000', 'counted are 2 times']) {
    expect(text).toContain(words)
  }
  expect(text).toContain('for four changed rows')
  expect(text).not.toMatch(/writePath\.[a-z]|\{|undefined|NaN/)
})

test('with a disk down it says what stops', () => {
  const stopped = { ...mirrored, transactions: 0, latencyMicros: 0 }
  const text = shown({ mirrored: stopped, request: { ...request, isDiskDown: true } })
  expect(text).toContain(
    'The mirror acknowledges nothing: 0 transactions a second. Aurora goes on with 200.',
  )
  expect(text).not.toMatch(/writePath\.[a-z]|\{|undefined|NaN/)
})

test('Y9: the words say why the published 35 times are not shown here', () => {
  expect(shown()).toContain('The 35 cannot be shown here')
})

test('the file has a line for each quantity, with what was published and the load', () => {
  const [head, ...lines] = writePathCsv(answer).trimEnd().split('\n')
  expect(lines.map(line => line.split(',').length)).toEqual(lines.map(() => 11))
  expect(head!.split(',')).toHaveLength(11)
  expect(lines[0]).toBe('Redo log,ios_a_transaction,1,1,,,4,4,20000,no,1')
  expect(lines).toContain('All I/Os,ios_a_transaction,6.2,1,7.4,0.95,4,4,20000,no,1')
  expect(lines).toContain('Transactions,a_second,100,200,433.333,15210,4,4,20000,no,1')
})

test('an address opens the same load, and nothing that cannot be chosen', () => {
  const asked = { seed: 7, sessions: 20, writes: 1, pages: 100, isDiskDown: true }
  const query = writeSetting('?dialog=writePath', writePathNames, writePathSetting(asked))
  expect(query).toBe('?dialog=writePath&sessions=20&rows=1&pages=100&disk=down&seed=7')
  expect(readWritePath(readSetting(query, writePathNames))).toEqual(asked)
  expect(writePathSetting(request)).toEqual({})
  const wrong = { sessions: '5', rows: 'x', pages: '-1', disk: 'maybe', seed: '0.5' }
  expect(readWritePath(wrong)).toEqual(request)
})
