/** I25 · What the notes to the matrix across writers say (reference multi-master 4.1, FX). */
import { expect, test } from 'vitest'
import {
  errorsOf,
  type Mode,
  namesOf,
  type Played,
  playWriters,
  sawAt,
} from '../../../testing/playWriters.ts'

const usual: Mode = { level: 'repeatable read', consistency: 'INSTANCE_RAW' }
const regional: Mode = { level: 'repeatable read', consistency: 'REGIONAL_RAW' }

/** Both have read 100; Ann has committed at about 12 ms, Bob writes at that many. */
function lostUpdate(at: number, second: string, first = ''): Played {
  return playWriters({
    mode: usual,
    script: `
      0 ann@w1 begin
      0 bob@w2 begin
      0 ann@w1 select balance from account where id = 1 ${first}
      0 bob@w2 select balance from account where id = 1 ${first}
      5 ann@w1 update account set balance = 101 where id = 1
      8 ann@w1 commit
      ${at} bob@w2 ${second}
      ${at} bob@w2 commit`,
  })
}

const blind = 'update account set balance = 105 where id = 1'

test('I25 · lost update: 1213 while the page is contested or its base is stale', () => {
  for (const at of [5, 9, 20, 30]) {
    const played = lostUpdate(at, blind)
    expect(errorsOf(played, 'bob'), `at ${at} ms`).toEqual([1213])
    expect(namesOf(played)).not.toContain('lost-update')
    expect(played.final).toEqual([[1, 101]])
  }
})

test('I25 · lost update: accepted once the first commit has come, and the last writer wins', () => {
  for (const at of [50, 200]) {
    const played = lostUpdate(at, blind)
    expect(errorsOf(played, 'bob')).toEqual([])
    expect(namesOf(played)).toContain('lost-update')
  }
})

test('I25 · neither is a lock of another writer’s asked, nor does it help', () => {
  const played = lostUpdate(50, blind, 'for update')
  expect(errorsOf(played, 'bob')).toEqual([])
  expect(namesOf(played)).toContain('lost-update')
})

test('I25 · safe: one statement that reads and writes, or a version in its WHERE', () => {
  const counted = lostUpdate(50, 'update account set balance = balance + 1 where id = 1')
  expect(counted.final).toEqual([[1, 102]])
  const versioned = lostUpdate(
    50,
    'update account set balance = 105 where id = 1 and balance = 100',
  )
  expect(versioned.records.at(-2)).toMatchObject({ affected: 0 })
})

/** Two doctors on call, each of whom sees the other on call and goes. */
function doctors(other: number, at: number): Played {
  return playWriters({
    mode: usual,
    script: `
      0 ann@w1 begin
      0 bob@w2 begin
      0 ann@w1 select count(*) from account where balance = 100 and id in (1, ${other})
      0 bob@w2 select count(*) from account where balance = 100 and id in (1, ${other})
      5 ann@w1 update account set balance = 0 where id = 1
      ${at} bob@w2 update account set balance = 0 where id = ${other}
      60 ann@w1 commit
      60 bob@w2 commit`,
  })
}

test('I25 · write skew: rows on two pages, both commit', () => {
  expect(doctors(101, 5).final).toEqual([
    [1, 0],
    [101, 0],
  ])
})

test('I25 · accidental rescue: rows on one page within the lag, one of them gets 1213', () => {
  const played = doctors(2, 5)
  expect([...errorsOf(played, 'ann'), ...errorsOf(played, 'bob')]).toEqual([1213])
  expect(namesOf(played).filter(name => name.startsWith('G2'))).toEqual([])
  expect(doctors(2, 50).final).toHaveLength(2)
})

test('I25 · long fork: (new, old) here, (old, new) there; by REGIONAL_RAW new at 33 ms', () => {
  const script = `
    0 ann@w1 update account set balance = 1 where id = 1
    0 bob@w2 update account set balance = 1 where id = 101
    10 cat@w1 [cat] select id, balance from account where id in (1, 101)
    10 dan@w2 [dan] select id, balance from account where id in (1, 101)`
  const raw = playWriters({ mode: usual, script })
  expect([sawAt(raw, 'cat'), sawAt(raw, 'dan')]).toEqual(['1,1 101,100', '1,100 101,1'])
  const waited = playWriters({ mode: regional, script })
  expect([sawAt(waited, 'cat'), sawAt(waited, 'dan')]).toEqual(['1,1 101,1', '1,1 101,1'])
  const [, , cat] = waited.records
  const read = cat!.finishedAt! - waited.records[0]!.submittedAt
  expect(read).toBeGreaterThan(31_000)
  expect(read).toBeLessThan(38_000)
})

test('I25 · monotonic hop: new at one writer, old at the next', () => {
  const played = playWriters({
    mode: usual,
    script: `
      0 ann@w1 update account set balance = 1 where id = 1
      6 eve@w1 [first] select balance from account where id = 1
      8 eve@w2 [then] select balance from account where id = 1`,
  })
  expect([sawAt(played, 'first'), sawAt(played, 'then')]).toEqual(['1', '100'])
  expect(namesOf(played)).toEqual(['G-single-process'])
})

test('C6 · a row that another writer’s open transaction has is refused, not waited for', () => {
  const played = playWriters({
    mode: usual,
    script: `
      0 ann@w1 begin
      0 ann@w1 update account set balance = 1 where id = 1
      60 bob@w2 [same] update account set balance = 2 where id = 1
      60 cat@w2 [other] update account set balance = 2 where id = 2
      90 ann@w1 commit
      150 bob@w2 [later] update account set balance = 3 where id = 1`,
  })
  expect(sawAt(played, 'same')).toBe('1213')
  expect(played.records.map(({ error }) => error?.cause)).toContain('rowOwned')
  expect(errorsOf(played, 'cat')).toEqual([])
  expect(played.final).toEqual([
    [1, 3],
    [2, 2],
  ])
})
