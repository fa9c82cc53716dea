/**
 * What is drawn in the colour of durability, thing by thing: words of drawn pictures, rules of the
 * stage, and messages. Each says that a record is on disk at a copy, or at enough of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messageLooks, messageNumbers } from '../canvas/messageLook.ts'
import { multiMasterSituations } from '../scene/testing/multiMasterSituations.ts'
import { serverlessSituations } from '../scene/testing/serverlessFrames.ts'
import { situations } from '../scene/testing/situations.ts'
import { volumeSituations } from '../scene/testing/volumeSituations.ts'
import { wholePicture } from '../scene/testing/wholePicture.ts'

const view = { isUnfolded: false, selection: null, theme: 'light', isReducedMotion: true }
const size = { width: 1440, height: 720 }
const frames = { ...situations, ...volumeSituations, ...multiMasterSituations }

/** The safe point of the group at hand, of each writer, and their names once unfolded. */
const safePoint = /^(safe up to here|PGCL [\d,]+|w\d (safe up to|VDL) [\d,]+)$/

test('words in the colour of durability name a safe point', () => {
  const words = new Set<string>()
  for (const [index, make] of Object.values({ ...frames, ...serverlessSituations }).entries()) {
    const { labels } = wholePicture(make(), {
      view: { ...view, isUnfolded: index % 2 === 0 },
      size,
    })
    for (const { tone, text } of labels) if (tone === 'durable') words.add(text)
  }
  expect(words.size).toBeGreaterThan(4)
  expect([...words].filter(text => !safePoint.test(text))).toEqual([])
})

const art = new URL('../stage/', import.meta.url)
const css = readdirSync(art, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.css'))
  .map(name => readFileSync(new URL(name, art), 'utf8'))
  .join('\n')

const durable: Record<string, string> = {
  'tone-durable': 'the words above',
  'stage-volume': 'the volume that all copies make',
  'bracket-edge': 'the safe point',
  'bracket-leader': 'the safe point, to its word',
  'bracket-flag': 'the safe point, at its word',
  'lane-bracket': 'the safe point of a writer',
  'page-newest': 'copies that have the newest page on disk',
  'volume-filling': 'how much a new copy has on disk',
  'volume-level': 'how much a new copy has on disk',
  'volume-joining': 'a copy that will count once it has all',
  'volume-repair': 'a page that a copy has again',
  'volume-repairHead': 'a page that a copy has again',
  'zoom-bracket': 'up to where a copy has all, from near',
  'zoom-safe': 'when it was on disk, and safe',
  'zoom-deciding': 'the answer that completes the write set',
}

test('rules of the stage in the colour of durability draw what is on disk', () => {
  const rules = [...css.matchAll(/([^{};]+)\{[^{}]*var\(--durable\)[^{}]*\}/g)]
  const last = rules.map(([, selectors = '']) => selectors.trim().split('.').at(-1) ?? '')
  expect([...new Set(last)].sort()).toEqual(Object.keys(durable).sort())
})

/** What a copy or a peer says that is there, and the parts that make a copy whole. */
const said = [
  ...['WriteAck', 'SclReport', 'SclPromise', 'Vote', 'RecoverAnswer'],
  ...['GivePart', 'TellVerdict', 'TellEnds'],
]

test('messages in the colour of durability say what is on disk', () => {
  const kinds = Object.entries(messageNumbers)
    .filter(([, number]) => messageLooks[number]?.colour === 'durable')
    .map(([kind]) => kind)
  expect(kinds.sort()).toEqual(said.sort())
})
