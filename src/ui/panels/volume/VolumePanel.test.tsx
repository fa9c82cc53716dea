/** What the volume panel says of a healthy group, of one that changes, and of the log. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { GroupDetailView } from '../../../engine/contract/volumeDetailView.ts'
import { isKnown, say } from '../../../words/say.ts'
import { exampleFrame } from '../../scene/testing/exampleFrame.ts'
import { exampleWire } from '../../scene/testing/exampleWire.ts'
import { Members } from './Members.tsx'
import { Quorums } from './Quorums.tsx'
import { Ruler } from './Ruler.tsx'
import { rulerMarks } from './rulerMarks.ts'
import { rulerScale } from './rulerScale.ts'
import { Steps } from './Steps.tsx'
import './VolumePanel.tsx'
import { Wire } from './Wire.tsx'
import { type VolumeSubject, volumeSubject } from './volumeSubject.ts'

const sets = { met: [true], sets: 15, setsLeft: 15, mayLose: 2, decisive: 0 }

const detail: GroupDetailView = {
  id: 'pg1',
  letters: [...'ABCDEF'],
  tails: 0b101010,
  membershipEpoch: 3,
  write: sets,
  read: { ...sets, sets: 20, setsLeft: 20, mayLose: 3 },
  watched: { lsn: 853, isDurable: false, heldBy: 0b111, acknowledged: 0b11, met: [false] },
  sclWaitsFor: [0, 0, 0, 851, 853, 852],
  lowestReadPoint: 849,
  lowestRead: { instance: 'w1', since: 217_000 },
}

const log = {
  instance: 'w1',
  vclWaitsFor: { lsn: 853, group: 'pg1' },
  vdlWaitsFor: 855,
  limitFrom: 'vdl',
  heldBack: 0,
  heldBackSince: null,
} as const

const told = {
  wire: exampleWire,
  statusPoints: [
    { instance: 'w1', durableLsn: 852, highestLsnReceived: null, currentReadLsn: null },
    { instance: 'r1', durableLsn: null, highestLsnReceived: 850, currentReadLsn: 847 },
  ],
}

function subjectOf(changes: Partial<GroupDetailView> = {}, more: Partial<Frame> = {}) {
  const frame: Frame = {
    ...exampleFrame(),
    volumeDetail: { geometryEpoch: 1, groups: [{ ...detail, ...changes }], log, ...told },
    ...more,
  }
  return volumeSubject(frame, null, null) as VolumeSubject
}

describe('quorums', () => {
  const html = (changes: Partial<GroupDetailView> = {}) =>
    renderToStaticMarkup(<Quorums {...subjectOf(changes)} />)

  it('print the formula and name each leaf by letter, node, reach and answer', () => {
    expect(html()).toContain('4 of {A B C D E F}')
    expect(html()).toContain('A, node a1, zone a: within reach, has acknowledged')
    expect(html()).toContain('B, node a2, zone a, log only: within reach, has acknowledged')
    expect(html()).toContain('C, node b1, zone b: within reach, has it on disk')
    expect(html()).toContain('D, node b2, zone b, log only: within reach, has not got it')
  })

  it('say what one more loss does', () => {
    expect(html()).toContain('Any two more copies may be lost, and writes go on.')
    const last = { ...sets, mayLose: 0, decisive: 0b111111 }
    expect(html({ write: last })).toContain('One more loss, whichever it is: writes stop.')
    const some = { ...sets, mayLose: 0, decisive: 0b000101 }
    expect(html({ write: some })).toContain('if it is one of A and C: writes stop.')
    const none = { ...sets, met: [false], setsLeft: 0, mayLose: 0 }
    expect(html({ write: none })).toContain('No set is left: writes wait')
  })

  it('say how far the watched record has come', () => {
    expect(html()).toContain('LSN 853 is not durable yet: acknowledged by A and B; on disk at C')
  })
})

describe('members', () => {
  it('say kind, state and epochs; each can be replaced by name', () => {
    const html = renderToStaticMarkup(<Members {...subjectOf()} />)
    expect(html.match(/tail: log only/g)).toHaveLength(3)
    expect(html).toContain('aria-label="Replace copy F"')
    expect(html).toContain('Change the quorum to 3 of 4')
    expect(html).toMatch(/Membership epoch.*?<dd>3<\/dd>/)
  })
})

describe('steps', () => {
  it('say that background work has not begun', () => {
    expect(renderToStaticMarkup(<Steps {...subjectOf()} />)).toContain('has not begun')
  })
})

describe('the ruler', () => {
  it('has a mark for every SCL and every point of the log, each with a sentence', () => {
    const marks = rulerMarks(subjectOf())
    const copies = [...'ABCDEF'].map(letter => `SCL ${letter}`)
    const points = ['PGCL', 'PGMRPL', 'VCL', 'VDL', 'Highest', 'Limit']
    expect(marks.map(({ name }) => name)).toEqual([...copies, ...points])
    for (const { waits } of marks) {
      expect(isKnown(waits.key)).toBe(true)
      expect(say(waits)).not.toContain('?')
    }
  })

  it('says what is missing, and who still reads', () => {
    const said = rulerMarks(subjectOf()).map(({ waits }) => say(waits))
    expect(said[3]).toContain('Copy D waits for LSN 851')
    expect(said.join(' ')).toContain('a read at w1 that began 1 ms ago')
    expect(said.join(' ')).toContain('VDL waits for LSN 855')
  })

  it('says of everything that nobody moves it while no writer is open', () => {
    const groups = [{ ...detail, lowestRead: null }]
    const volumeDetail = { geometryEpoch: 1, groups, log: null, ...told }
    const marks = rulerMarks(subjectOf({}, { volumeDetail }))
    const keys = marks.filter(({ term }) => term !== 'SCL').map(({ waits }) => waits.key)
    expect(new Set(keys)).toEqual(new Set(['volume.wait.nobody']))
  })

  it('hatches and tells what a recovery annulled', () => {
    const truncations = [{ epoch: 2, above: 850, upTo: 10_000_850 }]
    const volume = { ...exampleFrame().volume, truncations }
    const html = renderToStaticMarkup(<Ruler {...subjectOf({}, { volume })} />)
    expect(html).toContain('LSN 851 to 10,000,850 were annulled by the recovery of epoch 2')
    expect(html).toMatch(/<i style="left:\d+(\.\d+)?%;width:\d+(\.\d+)?%"><\/i>/)
  })

  it('shows VDL in its place when the numbers go on far above it', () => {
    const volume = { ...exampleFrame().volume, highestLsn: 10_000_861 }
    const marks = rulerMarks(subjectOf({}, { volume }))
    const scale = rulerScale(marks)
    expect(scale.isAbove(10_000_861)).toBe(true)
    expect(scale.place(852)).toBeGreaterThan(0.2)
    expect(scale.place(852)).toBeLessThan(0.9)
  })

  it('keeps a copy far behind at the left edge', () => {
    const marks = rulerMarks(subjectOf())
    const scale = rulerScale([...marks, { ...marks[0]!, lsn: 3 }])
    expect(scale.isBelow(3)).toBe(true)
    expect(scale.place(3)).toBe(0)
    expect(scale.to - scale.from).toBeLessThanOrEqual(416)
    expect(scale.place(853)).toBeGreaterThan(0.9)
  })
})

describe('the wire', () => {
  const html = (wire = exampleWire) => {
    const told = { geometryEpoch: 1, groups: [detail], log, statusPoints: [], wire }
    return renderToStaticMarkup(<Wire {...subjectOf({}, { volumeDetail: told })} />)
  }

  it('puts what was sent beside what a mirrored MySQL would write (L21)', () => {
    expect(html()).toContain('1,000 transactions, 2,000 changed rows')
    expect(html()).toContain('8.6 times as many I/Os and write 188 times as many bytes')
    expect(html()).toMatch(/Bytes a transaction<.*1.44 kB<.*270 kB</)
    expect(html()).toContain('0.95 and 7.4 I/Os a transaction')
    expect(html()).toContain('not a simulation')
  })

  it('says nothing before the first transaction', () => {
    expect(html({ ...exampleWire, transactions: 0 })).not.toContain('<table')
  })
})

it('names the points as aurora_replica_status() does (F13)', () => {
  const html = renderToStaticMarkup(<Ruler {...subjectOf()} />)
  expect(html).toMatch(/w1<\/th><td>852<\/td><td>–<\/td><td>–<\/td>/)
  expect(html).toMatch(/r1<\/th><td>–<\/td><td>850<\/td><td>847<\/td>/)
})
