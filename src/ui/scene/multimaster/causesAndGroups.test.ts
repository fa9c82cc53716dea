/** Causes by sign, tallies by group, pages by kind, and rows from hatched to committed. */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import { causePaths } from '../../theme/causePaths.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { exampleProposal, multiMasterFrame } from '../testing/multiMasterFrames.ts'
import { causesFrame, spanningFrame } from '../testing/multiMasterSituations.ts'
import { allCauses } from '../../../words/causeWords.ts'
import { multiMasterScene } from './multiMasterScene.ts'

const view = { isUnfolded: false, selection: null, theme: 'dark', isReducedMotion: true }

function sceneOf(frame: Frame, size = { width: 1440, height: 700 }) {
  return multiMasterScene(frame, layoutStage(frame, view, size), view)
}

function textsOf(frame: Frame, start: string): string[] {
  const { labels } = sceneOf(frame)
  return labels.filter(({ id }) => id.startsWith(start)).map(({ text }) => text)
}

describe('causes', () => {
  it('have six signs, no two alike', () => {
    expect(allCauses).toHaveLength(6)
    expect(new Set(Object.values(causePaths)).size).toBe(6)
  })

  it('are counted beside the writer, those that happened most first', () => {
    const frame = causesFrame()
    const wide = { width: 1920, height: 800 }
    const { signs, labels } = sceneOf(frame, wide)
    const counted = signs.filter(({ id }) => id.startsWith('w1-conflicts'))
    expect(counted.map(({ cause }) => cause).slice(0, 2)).toEqual(['staleBase', 'rowOwned'])
    expect(labels.find(({ id }) => id === 'w1-conflicts-staleBase')?.text).toBe('840')
  })

  it('stand before the transaction that was rolled back, and nowhere else', () => {
    const { signs } = sceneOf(causesFrame())
    const named = signs.filter(({ id }) => id.endsWith('-transaction'))
    expect(named.map(({ id, cause }) => `${id} ${cause}`)).toEqual([
      'w1-transaction staleBase',
      'w2-transaction deadlock',
    ])
    const open = multiMasterFrame().multiMaster?.transactions[0]
    expect(open?.cause).toBe('')
  })

  it('are left to the stage: the application hears MySQL’s number only', () => {
    const frame = causesFrame()
    const application = JSON.stringify(frame.applications)
    for (const cause of allCauses) expect(application).not.toContain(cause)
  })
})

describe('a writer', () => {
  it('says that it only reads, and how much of its memory is there while it is cold', () => {
    const { writers } = sceneOf(causesFrame())
    expect(textsOf(causesFrame(), 'w1-status')).toEqual(['◍ only reads'])
    const cache = writers.find(({ id }) => id === 'w2')?.cache
    expect((cache?.fill.width ?? 0) / (cache?.track.width ?? 1)).toBeCloseTo(0.3, 1)
  })

  it('tells how many commits it has a second', () => {
    expect(textsOf(multiMasterFrame(), 'w1-commits')[0]).toBe('412 commits, 41/s')
  })
})

describe('a change in several protection groups', () => {
  it('has a tally for each, and the slowest is marked and glows', () => {
    const { tallies } = sceneOf(spanningFrame())
    expect(tallies.map(({ id, isSlowest }) => `${id}${isSlowest ? ' slowest' : ''}`)).toEqual([
      'tally pg1',
      'tally pg2 slowest',
      'tally pg3',
    ])
  })

  it('names the pages that go with the row', () => {
    const texts = sceneOf(spanningFrame()).labels.map(({ text }) => text)
    expect(texts).toContain('Index 20')
    expect(texts).toContain('Undo 21')
  })

  it('that meets another one on an index page is shown at that page', () => {
    const frame = multiMasterFrame()
    const proposals = frame.multiMaster?.proposals ?? []
    const index = { page: 20, kind: 'index' as const, group: 'pg1', base: 44 }
    const own = [0, 1].map(writer => exampleProposal(writer, { page: 17 + writer }))
    for (const its of own) its.pages.push(index)
    proposals.splice(0, proposals.length, ...own)
    for (const its of frame.multiMaster?.pages ?? [])
      if (its.page === 20) Object.assign(its, { kind: 'index', index: 'by_owner' })
    const { labels, pages, stamps } = sceneOf(frame)
    expect(new Set(stamps.map(({ proposal }) => proposal))).toEqual(new Set([512, 513]))
    expect(labels.find(({ id }) => id === 'check-page')?.text).toBe('Index 20 on v44')
    expect(pages.filter(its => its.isContested).map(its => its.page)).toEqual([20])
  })

  it('once it stands nobody is waited for', () => {
    const frame = spanningFrame()
    for (const its of frame.multiMaster?.proposals ?? []) its.verdict = 'accepted'
    expect(sceneOf(frame).tallies.every(({ isSlowest }) => !isSlowest)).toBe(true)
  })

  it('is seen in the group that is drawn large, with the answers given there', () => {
    const frame = spanningFrame()
    const chosen = { ...view, selection: 'pg2' }
    const layout = layoutStage(frame, chosen, { width: 1440, height: 700 })
    const { stamps } = multiMasterScene(frame, layout, chosen)
    expect(stamps.map(({ kind }) => kind)).toEqual([
      ...['kept', 'kept', 'open', 'open', 'refused', 'refused'],
    ])
  })
})

describe('a row', () => {
  const page = (frame: Frame, number: number) =>
    sceneOf(frame).pages.find(its => its.page === number)

  it('is hatched while it is asked, solid when it stands, marked when it is committed', () => {
    const frame = multiMasterFrame()
    frame.multiMaster?.proposals.splice(0, 2, exampleProposal(1, { page: 18, rows: [147] }))
    expect(page(frame, 17)).toMatchObject({ wanted: [], owned: [{ hue: 1 }], committed: [] })
    expect(page(frame, 18)).toMatchObject({ wanted: [{ hue: 2 }], committed: [{ hue: 1 }] })
    expect(page(frame, 18)?.committed[0]?.mark).toMatch(/^M/)
  })

  it('that a new transaction owns is no longer shown as committed', () => {
    const frame = multiMasterFrame()
    const found = frame.multiMaster?.pages.find(its => its.page === 18)
    found?.owned.push({ row: 146, instance: 'w2', transaction: 71 })
    expect(page(frame, 18)?.committed).toEqual([])
  })
})

it('a commit, an undo and a purge are told apart by their words', () => {
  const frame = multiMasterFrame()
  const own = (reason: 'rollback' | 'purge') =>
    exampleProposal(0, { proposal: reason === 'purge' ? 601 : 600, page: 30, reason })
  frame.multiMaster?.proposals.splice(0, 2, own('rollback'), own('purge'))
  const outcomes = textsOf(frame, 'check-outcome')
  expect(outcomes).toEqual(['w1 undo … 4 of 6', 'w1 purge … 4 of 6'])
})
