/** Stories: a writer dies at every point of what it does, and the volume comes to one truth. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage, tellMm, told } from '../../../testing/mmStage.ts'
import type { MmCast, MmStage } from '../../../testing/mmStage.ts'
import { reason } from '../multiMaster.ts'
import { recordAt } from '../ownLog.ts'
import { isOpen } from '../proposals.ts'

const crash = { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' } as const
const stepMicros = 130

function bitCount(bits: number): number {
  return [0, 1, 2, 3, 4, 5].filter(slot => (bits >>> slot) & 1).length
}

/** Where the transaction of w1 is: what was proposed last, and how many copies have it. */
function pointOf({ mm }: MmStage): string {
  const transaction = mm.transactions.find(its => its.serial > 0 && its.writer === 0)
  const proposal = mm.proposals.find(its => its.writer === 0 && its.number > 0 && isOpen(its))
  if (!proposal) return transaction?.state ?? 'none'
  const what = ['user', 'rollback', 'commit', 'purge'][proposal.reason]
  const held = bitCount(recordAt(mm.writers[0]!, proposal.lsn)?.heldBy ?? 0)
  return `${what}, ${held === 0 ? 'no yes' : held < 4 ? 'some yes' : 'write set'}`
}

interface Played {
  point: string
  wasTold: boolean
  seen: number[]
}

/** Begins, dies at the instant, is healed; then both writers read the rows with `REGIONAL_RAW`. */
function dieAt(instant: number, begin: (stage: MmStage) => void, cast: MmCast): Played {
  const stage = setMmStage(cast)
  begin(stage)
  playOn(stage, instant)
  const point = pointOf(stage)
  tellMm(stage, crash)
  // Nobody asks again for what may have been done.
  tellMm(stage, { do: 'SetWorkload', workload: 's1', sessions: 0 })
  playOn(stage, 300_000)
  tellMm(stage, { do: 'HealAll' })
  playOn(stage, 4_000_000)
  const { mm, simulation } = stage
  expect(mm.writers.map(({ status }) => status)).toEqual(mm.writers.map(() => 'online'))
  expect(mm.segments.flatMap(({ open }) => open)).toEqual([])
  for (const copy of mm.versions) expect(Array.from(copy)).toEqual(Array.from(mm.pages.version))
  expect(mm.transactions.filter(({ serial }) => serial > 0)).toEqual([])
  expect(mm.survival.questions).toEqual([])
  const told1 = told(stage, 'TransactionCommitted').filter(
    its => its.parameters.application === 's1',
  )
  const { answered } = simulation.world.applications[0]!
  return { point, wasTold: answered > 0 && told1.length > 0, seen: finalReads(stage) }
}

function finalReads(stage: MmStage): number[] {
  const before = told(stage, 'RowRead').length
  for (const writer of [1, 2]) {
    tellMm(stage, {
      do: 'RunTransaction',
      session: 's2',
      on: `w${writer}`,
      table: 'account',
      read: [1, 300],
      mode: 'REGIONAL_RAW',
    })
  }
  playOn(stage, 200_000)
  return told(stage, 'RowRead')
    .slice(before)
    .map(({ parameters }) => parameters.writtenBy)
}

interface Times {
  from?: number
  until: number
  step?: number
}

function everyPoint(times: Times, begin: (stage: MmStage) => void, cast: MmCast = {}) {
  const { from = 0, until, step = stepMicros } = times
  const points = new Set<string>()
  let wasTold = false
  for (let instant = from; instant < until; instant += step) {
    const played = dieAt(instant, begin, { parameters: { 'client.retryTries': 0 }, ...cast })
    points.add(played.point)
    wasTold ||= played.wasTold
    const [one, other, again, andOther] = played.seen
    expect([again, andOther], `${instant}: both writers see the same`).toEqual([one, other])
    expect((one === 0) === (other === 0), `${instant}: all of it or nothing`).toBe(true)
    if (played.wasTold) expect(one, `${instant}: committed stays`).toBeGreaterThan(0)
  }
  expect(wasTold).toBe(true)
  return points
}

test.each([1, 2])(
  'T20: dying at any instant of a change over %i groups, it is there whole or not at all',
  groups => {
    const points = everyPoint({ until: 9_000 }, stage => runOn(stage, 1, { write: [1, 300] }), {
      groups,
    })
    expect([...points]).toEqual(
      expect.arrayContaining([
        'user, no yes',
        'user, some yes',
        'user, write set',
        'commit, no yes',
        'commit, some yes',
        'commit, write set',
        'none',
      ]),
    )
  },
)

test('T21: dying at any instant of undoing, the undoing is finished by its recovery', () => {
  const points = new Set<string>()
  for (let instant = 4_000; instant < 24_000; instant += 5 * stepMicros) {
    const begin = (stage: MmStage) => {
      runOn(stage, 2, { write: [42] })
      runOn(stage, 1, { write: [1, 41, 300] })
    }
    const played = dieAt(instant, begin, { parameters: { 'client.retryTries': 0 } })
    points.add(played.point)
    if (played.point.startsWith('roll')) expect(played.seen).toEqual([0, 0, 0, 0])
  }
  expect([...points].some(its => its.startsWith('rollback'))).toBe(true)
})

test('T22: dying at any instant while it waits for REGIONAL_RAW leaves nothing behind', () => {
  const points = everyPoint({ until: 42_000, step: 7 * stepMicros }, stage => {
    runOn(stage, 2, { write: [100] })
    playOn(stage, 5_000)
    runOn(stage, 1, { write: [1, 300], mode: 'REGIONAL_RAW' })
  })
  expect([...points]).toContain('syncing')
})

test('T27: dying at any instant of purge, the commit stays and nothing is in flight', () => {
  const parameters = { 'multiMaster.purge': 1, 'multiMaster.purgeDelay': 50_000 }
  const points = everyPoint(
    { from: 54_000, until: 60_000, step: 2 * stepMicros },
    stage => runOn(stage, 1, { write: [1, 300] }),
    { parameters },
  )
  expect([...points].some(its => its.startsWith('purge'))).toBe(true)
})

test('D22: the owner of DDL dies at any instant of a statement: lost and told so, or done', () => {
  const ends = new Set<string>()
  for (let instant = 0; instant < 45_000; instant += 7 * stepMicros) {
    const stage = setMmStage({ writers: 3 })
    tellMm(stage, { do: 'RunDdl', on: 'w2', table: 'account' })
    playOn(stage, instant)
    tellMm(stage, crash)
    playOn(stage, 4_000_000)
    const lost = told(stage, 'DdlLost').length
    const ended = told(stage, 'DdlEnded').length
    expect(lost + ended, `${instant}`).toBe(1)
    ends.add(lost > 0 ? 'lost' : told(stage, 'DdlStarted')[0]!.parameters.owner)
    expect(Array.from(stage.mm.ddl.fenced)).toEqual([0, 0, 0])
    expect(stage.mm.ddl.asks).toEqual([])
    tellMm(stage, { do: 'HealAll' })
    playOn(stage, 2_000_000)
    tellMm(stage, { do: 'RunDdl', on: 'w3', table: 'account' })
    playOn(stage, 100_000)
    expect(told(stage, 'DdlEnded').length).toBe(ended + 1)
  }
  expect([...ends].sort()).toEqual(['lost', 'w1', 'w2'])
})

test('T18: four copies hold what the dead writer never finalized: it is kept, then undone', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1, 300] })
  while (!pointOf(stage).endsWith('write set')) playOn(stage, 10)
  tellMm(stage, crash)
  playOn(stage, 600_000)
  const [decided] = told(stage, 'TentativeDecided')
  expect(decided!.parameters).toMatchObject({ isKept: true, because: 'writeSet' })
  expect(stage.mm.pages.version[0]).toBe(2)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  tellMm(stage, { do: 'HealAll' })
  playOn(stage, 3_000_000)
  const undone = told(stage, 'ProposalSent').filter(its => its.parameters.reason === 'rollback')
  expect(undone.length).toBeGreaterThan(0)
  expect(stage.mm.changes.free.length).toBe(stage.mm.changes.row.length)
})

test('T18: a change that few copies hold is dropped by the members, who ask each other', () => {
  const stage = setMmStage()
  for (const node of ['b1', 'b2', 'c1', 'c2']) {
    tellMm(stage, { do: 'InjectFault', fault: 'LinkCut', target: `w1<>node-${node}` })
  }
  runOn(stage, 1, { write: [1] })
  playOn(stage, 4_000)
  expect(pointOf(stage)).toBe('user, some yes')
  tellMm(stage, crash)
  playOn(stage, 520_000)
  const [decided] = told(stage, 'TentativeDecided')
  expect(decided!.parameters).toMatchObject({ isKept: false, because: 'noWriteSet' })
  runOn(stage, 2, { write: [2] })
  playOn(stage, 50_000)
  expect(told(stage, 'TransactionRolledBack')).toEqual([])
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.pages.version[0]).toBe(2)
})

test('T40: who said that it has not got it takes no rival before the verdict', () => {
  const stage = setMmStage()
  const cut = (target: string) => tellMm(stage, { do: 'InjectFault', fault: 'LinkCut', target })
  for (const node of ['a2', 'b1', 'b2', 'c1', 'c2']) cut(`w1<>node-${node}`)
  for (const node of ['a2', 'c1', 'c2']) cut(`node-a1<>node-${node}`)
  runOn(stage, 1, { write: [1] })
  playOn(stage, 4_000)
  tellMm(stage, crash)
  playOn(stage, 503_000)
  expect(stage.mm.survival.questions).toHaveLength(1)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 10_000)
  expect(told(stage, 'ProposalAccepted')).toEqual([])
  playOn(stage, 20_000)
  expect(told(stage, 'TentativeDecided')[0]!.parameters).toMatchObject({
    isKept: true,
    because: 'mayHold',
  })
  playOn(stage, 2_000_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.pages.version[0]).toBe(3)
})

test('reasons stand in the order in which points name them', () => {
  expect([reason.user, reason.rollback, reason.commit, reason.purge]).toEqual([0, 1, 2, 3])
})
