/** M17: a picture through one actor's eyes: what it was not told is veiled, in shapes and words. */
import { expect, test } from 'vitest'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import { listenAt } from '../../../engine/testing/listenAt.ts'
import { start } from '../../../engine/testing/memberStage.ts'
import { playOn, runOn, setMmStage } from '../../../engine/testing/mmStage.ts'
import { inject, run } from '../../../engine/testing/startCluster.ts'
import { knowledgeSentences } from '../../../words/knowledgeWords.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { movingKnown } from '../../canvas/movingKnown.ts'
import { byteOf, movingRows, wordOf } from '../../canvas/movingRows.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { multiMasterScene } from '../multimaster/multiMasterScene.ts'
import { createWiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import { sceneKnown } from './sceneKnown.ts'
import { veilScene } from './veilScene.ts'

learnSentences(knowledgeSentences)

const view = { isUnfolded: true, selection: null, lit: [], theme: '', isReducedMotion: true }
const size = { width: 1440, height: 800 }

function layoutOf({ picture }: Knowledge) {
  return layoutStage(picture, view, size)
}

/** Veils by kind, each with what it lies over. */
function veilsOf(known: Knowledge): Record<string, string[]> {
  const byKind: Record<string, string[]> = {}
  for (const { id, kind } of veilScene(known, layoutOf(known)).veils) {
    byKind[kind] = [...(byKind[kind] ?? []), id]
  }
  return byKind
}

function wordsOn(known: Knowledge): string[] {
  return veilScene(known, layoutOf(known)).labels.map(({ text }) => text)
}

function sceneOf(known: Knowledge) {
  return sceneKnown(drawScene(known.picture, view, createWiring(layoutOf(known), false)), known)
}

function lightsOf(known: Knowledge): string[] {
  return sceneOf(known).lights.map(({ name, word }) => `${name}: ${word}`)
}

function oneWriter(readers = 0) {
  const cluster = start({ sessions: 6, think: '4ms', readers })
  run(cluster, 200_000)
  return cluster
}

test('a copy is veiled above what it told last, and nobody is crossed out', () => {
  const cluster = oneWriter()
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 20_300)
  inject(cluster, 'NodeCrash', 'node-c1')
  const known = ask()
  expect(veilsOf(known)).toEqual({
    newer: ['pg1/a1', 'pg1/a2', 'pg1/b1', 'pg1/b2', 'pg1/c1', 'pg1/c2'],
    unknown: ['shop'],
  })
  expect(sceneOf(known).columns.filter(({ isDown, isCut }) => isDown || isCut)).toEqual([])
  const whole = layoutOf(known).columns.find(({ segment }) => segment === 'pg1/c1')!.box
  const veil = veilScene(known, layoutOf(known)).veils.find(({ id }) => id === 'pg1/c1')!.box
  expect(veil.height).toBeLessThan(whole.height)
})

test('a dead copy falls silent, then is suspected; lights and sentence say it as known', () => {
  const cluster = oneWriter()
  const ask = listenAt(cluster.simulation, 'w1')
  run(cluster, 20_000)
  expect(lightsOf(ask())).toEqual(['Data safe: yes', 'Commits: go on', 'Reads: go on'])
  expect(say(ask().picture.caption)).toMatch(/^As w1 knows it: no copy owes it an answer/)
  for (const node of ['node-c1', 'node-c2', 'node-b2']) inject(cluster, 'NodeCrash', node)
  expect(lightsOf(ask())).toContain('Commits: go on')
  run(cluster, 60_000)
  expect(veilsOf(ask()).silent).toEqual(['pg1/b2', 'pg1/c1', 'pg1/c2'])
  expect(wordsOn(ask())).toEqual(expect.arrayContaining(['silent', '60 ms']))
  expect(lightsOf(ask())).toContain('Commits: wait')
  expect(sceneOf(ask()).quorum.pips.filter(({ isReachable }) => isReachable)).toHaveLength(3)
  expect(say(ask().picture.caption)).toMatch(/three of six answer, four are needed/)
  run(cluster, 90_000)
  expect(veilsOf(ask()).suspected?.length).toBeGreaterThan(0)
})

test('a reader and a storage node are told no quorum: no pips, no bracket, no lights', () => {
  const cluster = oneWriter(1)
  for (const actor of ['r1', 'node-a1']) {
    const ask = listenAt(cluster.simulation, actor)
    run(cluster, 30_000)
    const scene = sceneOf(ask())
    expect(scene.quorum).toMatchObject({ pips: [], words: 'Write quorum: not told to it' })
    expect(scene.bracket.labels).toEqual([])
    expect(lightsOf(ask())).toEqual(['Data safe: not told', 'Commits: not told', 'Reads: not told'])
    expect(scene.labels.map(({ text }) => text)).toContain('quorum not told')
  }
})

test('its own copy is never veiled; what is pressed says what was heard of it', () => {
  const cluster = oneWriter()
  const ask = listenAt(cluster.simulation, 'node-a1')
  run(cluster, 300_000)
  const { newer = [], unknown = [] } = veilsOf(ask())
  expect([...newer, ...unknown]).not.toContain('pg1/a1')
  expect(unknown).toContain('shop')
  const told = sceneOf(ask()).controls.filter(({ subject }) => subject === 'pg1/b1')
  expect(told.map(({ description }) => description).join()).toMatch(/node b1: heard; .* ago\./)
})

for (const writers of [2, 4]) {
  test(`${writers} writers: lanes and memories of the others are veiled, not its own`, () => {
    const stage = setMmStage({ writers })
    const ask = listenAt(stage.simulation, 'w1')
    runOn(stage, 2, { write: [1] })
    playOn(stage, 50_000)
    runOn(stage, 1, { write: [1, 20] })
    playOn(stage, 5_000)
    const known = ask()
    const { unknown = [], newer = [] } = veilsOf(known)
    const lanes = unknown.filter(id => /^pg1\/.. w/.test(id))
    expect(lanes).toHaveLength(6 * (writers - 1))
    expect(lanes.some(id => id.endsWith(' w1'))).toBe(false)
    const upTo = known.picture.multiMaster!.writers[1]!.highestLsn
    expect(upTo).toBeGreaterThan(0)
    expect(wordsOn(known)).toContain(`≤ ${upTo}`)
    expect(newer.filter(id => / w1$/.test(id))).toEqual([])
    expect(newer).toContain('page 0 w2')
    const scene = multiMasterScene(known.picture, layoutOf(known), view)
    const page = scene.pages.find(its => its.page === 0)!
    expect(page.words).toMatch(/w1: v\d, w2: not told/)
    expect(scene.stamps.every(({ words }) => words.includes('w1'))).toBe(true)
  })
}

test('a storage node among writers sees what it holds of every lane, and no other copy', () => {
  const stage = setMmStage({ writers: 2 })
  const ask = listenAt(stage.simulation, 'node-a1')
  runOn(stage, 1, { write: [1] })
  runOn(stage, 2, { write: [60] })
  playOn(stage, 20_000)
  const known = ask()
  const { unknown = [] } = veilsOf(known)
  expect(unknown.filter(id => id.startsWith('pg1/'))).toEqual([
    ...['pg1/a2', 'pg1/b1', 'pg1/b2', 'pg1/c1', 'pg1/c2'],
  ])
  const { lanes } = multiMasterScene(known.picture, layoutOf(known), view)
  const drawn = lanes.filter(({ accepted, tentative }) => accepted !== '' || tentative !== '')
  expect(drawn.map(({ id }) => id)).toEqual(['pg1/a1 w1', 'pg1/a1 w2'])
})

test('of the messages on their way only its own are left, and nothing of their fate', () => {
  const moving = new ArrayBuffer(16 + 4 * 40)
  const { words, bytes } = movingRows(moving)
  new Float64Array(moving)[0] = 4
  ;[0, 4, 0, 0].forEach((from, row) => {
    words[wordOf(row)] = from
  })
  const [lost, duplicate, undoes] = [1, 2, 64]
  bytes[byteOf(0) + 1] = lost! | undoes!
  bytes[byteOf(3) + 1] = duplicate!
  const kept = movingRows(movingKnown(moving, 0))
  expect(kept.count).toBe(2)
  expect([0, 1].map(row => kept.words[wordOf(row)])).toEqual([0, 0])
  expect(kept.bytes[byteOf(0) + 1]).toBe(undoes)
  expect(movingKnown(new ArrayBuffer(0), 0).byteLength).toBe(0)
})
