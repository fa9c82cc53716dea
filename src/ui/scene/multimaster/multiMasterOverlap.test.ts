/**
 * Calm (DESIGN §6) with one to four writers and up to 16 groups: no word of the whole picture
 * overlaps another or leaves the stage, and no way of a message crosses one.
 */
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Label } from '../label.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { positionAt } from '../routes/positionAt.ts'
import { createWiring, routeBetween, type Wiring } from '../routes/routeBetween.ts'
import { drawScene } from '../scene.ts'
import type { StageSize, StageView } from '../stageView.ts'
import { multiMasterSituations } from '../testing/multiMasterSituations.ts'
import { multiMasterScene } from './multiMasterScene.ts'
import { crossed, extremeSizes, outside, overlapping, stageSizes } from '../testing/labelFaults.ts'

function viewOf(isUnfolded: boolean): StageView {
  return { isUnfolded, selection: null, theme: 'dark', isReducedMotion: true }
}

/** Clients to their writers, every writer to all of storage and to all of its peers. */
function pairsOf({ instances, applications, nodes }: Frame): [string, string][] {
  const clients = applications.flatMap(({ id }) =>
    instances.map((instance): [string, string] => [id, instance.id]),
  )
  const writes = instances.flatMap(({ id }) => nodes.map((node): [string, string] => [id, node.id]))
  const peers = instances.flatMap(one =>
    instances
      .filter(({ id }) => id !== one.id)
      .map((other): [string, string] => [one.id, other.id]),
  )
  return [...clients, ...writes, ...peers].flatMap(([from, to]) => [
    [from, to],
    [to, from],
  ])
}

function crossings(frame: Frame, wiring: Wiring, labels: Label[]): string[] {
  return pairsOf(frame).flatMap(pair => crossed(wiring, pair, labels))
}

function complaints(frame: Frame, size: StageSize, isUnfolded: boolean): string[] {
  const view = viewOf(isUnfolded)
  const wire = (isBundled: boolean) => createWiring(layoutStage(frame, view, size), isBundled)
  const wiring = wire(false)
  const own = multiMasterScene(frame, wiring.layout, view)
  const labels = [...drawScene(frame, view, wiring).labels, ...own.labels]
  const ends = new Set(frame.nodes.map(({ id }) => `${id}-name`))
  const words = labels.filter(({ id }) => !ends.has(id) && !id.endsWith('-role'))
  return [
    ...overlapping(labels),
    ...outside(labels, wiring.layout.size),
    ...crossings(frame, wiring, words),
    ...crossings(frame, wire(true), words),
  ]
}

/** Each asks another writer, and all try again. */
function withFourClients(frame: Frame): Frame {
  const [client] = frame.applications
  if (client === undefined) throw new Error('The frame has no application.')
  const ids = ['north', 'east', 'south', 'west']
  frame.applications = ids.map((id, k) => ({ ...client, id, on: `w${k + 1}`, feels: 'retrying' }))
  return frame
}

/** A large screen too. */
const sizes = [{ width: 1920, height: 800 }, ...stageSizes]

describe.each(sizes)('at $width × $height', size => {
  describe.each(Object.keys(multiMasterSituations))('%s', name => {
    it.each([false, true])('keeps words and ways apart, unfolded: %s', isUnfolded => {
      const found = complaints(multiMasterSituations[name]?.() as Frame, size, isUnfolded)
      expect([...new Set(found)]).toEqual([])
    })
  })
})

describe.each(extremeSizes)('at $width × $height', size => {
  it.each(['4 writers, 16 groups', 'causes of all kinds at one of four'])(
    'keeps words and ways apart for four clients: %s',
    name => {
      const frame = withFourClients(multiMasterSituations[name]?.() as Frame)
      expect([...new Set(complaints(frame, size, false))]).toEqual([])
    },
  )
})

it('finds a word that lies on the link between two writers', () => {
  const frame = multiMasterSituations['2 writers, 1 groups']?.() as Frame
  const view = viewOf(false)
  const wiring = createWiring(layoutStage(frame, view, stageSizes[0] as StageSize), false)
  const { labels } = multiMasterScene(frame, wiring.layout, view)
  const { x, y } = positionAt(routeBetween(wiring, 'w1', 'w2') as never, 0.5)
  const moved = labels.map(label => (label.id === 'pages' ? { ...label, x, y } : label))
  expect(crossings(frame, wiring, labels)).toEqual([])
  expect(crossings(frame, wiring, moved).join()).toContain('w1 to w2 crosses')
})

it('shows the groups of four writers whole on a stage of a 1440 × 900 window', () => {
  const asked = { width: 1440, height: 580 }
  const frame = multiMasterSituations['4 writers, 16 groups']?.() as Frame
  const { groups, size } = layoutStage(frame, viewOf(false), asked)
  const { y, height } = groups.at(-1)?.box ?? { y: 0, height: 0 }
  expect(groups).toHaveLength(16)
  expect(y + height).toBeLessThanOrEqual(asked.height)
  expect(size.height).toBeLessThanOrEqual(asked.height + 4)
})
