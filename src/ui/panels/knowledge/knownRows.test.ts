/** M17: of a thing is said what was heard, how long ago, and by which message. */
import { expect, test } from 'vitest'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { listenAt } from '../../../engine/testing/listenAt.ts'
import { start } from '../../../engine/testing/memberStage.ts'
import { playOn, runOn, setMmStage } from '../../../engine/testing/mmStage.ts'
import { inject, run } from '../../../engine/testing/startCluster.ts'
import { actorOf, knownRows } from './knownRows.ts'

function said(known: Knowledge, selection: string): string[] {
  return knownRows(known, selection).map(({ name, text }) => `${name}: ${text}`)
}

test('M17: a copy has the SCL that was told last; silence counts from the asking', () => {
  const cluster = start({ sessions: 6, think: '4ms', readers: 1 })
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 200_000)
  inject(cluster, 'NodeCrash', 'node-c1')
  run(cluster, 60_000)
  const known = ask()
  const copy = knownRows(known, 'pg1/a1').find(({ name }) => name === 'Copy pg1/a1')!
  expect(copy.text).toMatch(/^SCL \d+, .* ago$/)
  expect(copy.told).toMatchObject({ kind: expect.stringMatching(/Ack|Scl/) })
  expect(copy.told!.sentAt).toBeLessThan(copy.told!.at)
  expect(copy.told!.message).toBeGreaterThan(0)
  const silent = said(known, 'node-c1').join('\n')
  expect(silent).toMatch(
    /^Is: silent, not failed\nHeard last: .* ago\nOwes an answer: asked .* ago/,
  )
  expect(said(known, 'w1')).toEqual([])
  expect(actorOf(known, 'light:commits')).toBe(null)
  const reader = listenAt(cluster.simulation, 'r1')()
  expect(said(reader, 'pg1/a1').slice(-1)).toEqual(['Copy pg1/a1: no SCL was told'])
})

test('M17: of another writer up to which LSN its redo has told', () => {
  const stage = setMmStage({ writers: 2 })
  const ask = listenAt(stage.simulation, 'w1')
  expect(said(ask(), 'w2')).toContain('Its redo: nothing told')
  runOn(stage, 2, { write: [1] })
  playOn(stage, 60_000)
  expect(said(ask(), 'w2').slice(-1)[0]).toMatch(/^Its redo: told up to LSN [1-9]/)
})
