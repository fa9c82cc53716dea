/** A picture through one actor's eyes: nothing is shown that it was not told. */
import { expect, test } from 'vitest'
import type { KnownActor, Knowledge } from '../../../engine/contract/knowledge.ts'
import { movingRows, wordOf } from '../../canvas/movingRows.ts'
import { layoutStage } from '../layout/layoutStage.ts'
import { exampleFrame } from '../testing/exampleFrame.ts'
import { asKnown } from './asKnown.ts'
import { movingKnown } from '../../canvas/movingKnown.ts'
import { veilScene } from './veilScene.ts'

const view = { isUnfolded: true, selection: null, theme: '', isReducedMotion: true }
const size = { width: 1000, height: 640 }
const frame = exampleFrame()
const layout = layoutStage(frame, view, size)

const usual: Omit<KnownActor, 'actor'> = {
  heard: { at: frame.at - 1_000, kind: 'WriteAck' },
  owedSince: null,
  isSilent: false,
  isSuspected: false,
}

function known(actor: string, scl: number | null, more: Partial<Knowledge> = {}): Knowledge {
  const node = actor.slice('node-'.length)
  return {
    actor,
    role: 'writer',
    at: frame.at,
    from: 0,
    epoch: 1,
    vdl: 849,
    reckonsQuorum: true,
    others: frame.actors
      .filter(other => other !== actor)
      .map(other => ({ ...usual, actor: other })),
    segments: frame.groups
      .flatMap(({ segments }) => segments)
      .map(({ id }) => ({ segment: id, scl, isOwn: id.endsWith(`/${node}`) })),
    ...more,
  }
}

function mark(knowledge: Knowledge, actor: string, state: Partial<KnownActor>): Knowledge {
  const others = knowledge.others.map(other =>
    other.actor === actor ? { ...other, ...state } : other,
  )
  return { ...knowledge, others }
}

function veilsOf(knowledge: Knowledge) {
  return veilScene(asKnown(frame, knowledge), knowledge, layout)
}

test('a record above what a copy last told is held by nobody that one knows', () => {
  const seen = asKnown(frame, known('w1', 848))
  for (const { lsn, heldBy } of seen.groups[0]!.records) {
    if (lsn > 848) expect(heldBy).toBe(0)
    else expect(heldBy).toBe(frame.groups[0]!.records.find(its => its.lsn === lsn)!.heldBy)
  }
})

test('how far a copy is behind is seen at that copy alone', () => {
  const truth = frame.groups[0]!.segments.filter(({ behind }) => behind > 0).map(({ id }) => id)
  expect(truth).toContain('pg1/b2')
  const seen = asKnown(frame, known('node-b2', 848, { role: 'node' })).groups[0]!.segments
  expect(seen.filter(({ behind }) => behind > 0).map(({ id }) => id)).toEqual(['pg1/b2'])
})

test('a crash, an outage and a cut are not seen from afar, only at the one who looks', () => {
  const spoilt = {
    ...frame,
    zones: frame.zones.map(zone => ({ ...zone, isOut: true })),
    nodes: frame.nodes.map(node => ({ ...node, isUp: false, isReachable: false, slowFactor: 9 })),
    links: [{ from: 'w1', to: 'node-a1', isCut: true, lossPpm: 0 }],
  }
  const seen = asKnown(spoilt, known('node-a1', 848, { role: 'node' }))
  expect(seen.zones.some(({ isOut }) => isOut)).toBe(false)
  expect(seen.links).toEqual([])
  expect(seen.nodes.filter(({ isUp }) => !isUp).map(({ id }) => id)).toEqual(['node-a1'])
  expect(seen.nodes.filter(({ slowFactor }) => slowFactor !== 1)).toHaveLength(1)
})

test('who reckons no quorum has no bracket, and no VDL but the one told', () => {
  const seen = asKnown(frame, known('node-a1', 848, { reckonsQuorum: false, vdl: null }))
  expect(seen.groups[0]).toMatchObject({ pgcl: 0, carriesPgcl: 0 })
  expect(seen.volume).toMatchObject({ vdl: 0, vcl: 0 })
  expect(asKnown(frame, known('w1', 848)).volume.vdl).toBe(849)
})

test('columns are veiled above what was told; whole, when silent or suspected', () => {
  const knowledge = mark(mark(known('w1', 848), 'node-c1', { isSilent: true }), 'node-c2', {
    isSilent: true,
    isSuspected: true,
  })
  const { veils, labels } = veilsOf(knowledge)
  const kinds = Object.fromEntries(veils.map(({ id, kind }) => [id, kind]))
  expect(kinds).toMatchObject({ 'pg1/a1': 'newer', 'pg1/c1': 'silent', 'pg1/c2': 'suspected' })
  const whole = layout.columns.find(({ segment }) => segment === 'pg1/c1')!.box
  expect(veils.find(({ id }) => id === 'pg1/c1')!.box).toEqual(whole)
  expect(veils.find(({ id }) => id === 'pg1/a1')!.box.height).toBeLessThan(whole.height)
  expect(labels.map(({ text }) => text)).toEqual(['silent', '1 ms', 'suspected'])
})

test('its own copy is never veiled, and who was not heard of is', () => {
  const knowledge = mark(known('node-a1', null, { role: 'node' }), 'shop', { heard: null })
  const ids = veilsOf(knowledge).veils.map(({ id }) => id)
  expect(ids).not.toContain('pg1/a1')
  expect(ids).toContain('pg1/b1')
  expect(ids).toContain('shop')
  expect(veilsOf(knowledge).veils.find(({ id }) => id === 'w1')!.box).toEqual(
    layout.instances.find(({ id }) => id === 'w1')!.words,
  )
})

test('of the messages on their way only its own are left', () => {
  const moving = new ArrayBuffer(16 + 3 * 40)
  const { words } = movingRows(moving)
  new Float64Array(moving)[0] = 3
  ;[0, 4, 0].forEach((from, row) => {
    words[wordOf(row)] = from
  })
  const kept = movingRows(movingKnown(moving, 0))
  expect(kept.count).toBe(2)
  expect([0, 1].map(row => kept.words[wordOf(row)])).toEqual([0, 0])
  expect(movingKnown(new ArrayBuffer(0), 0).byteLength).toBe(0)
})
