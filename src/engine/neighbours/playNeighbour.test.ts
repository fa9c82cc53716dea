/** Each card as the table of published facts has it; SPEC X. */
import { expect, test } from 'vitest'
import type { NeighbourId, NeighbourPlay, NeighbourScriptId } from '../contract/neighbour.ts'
import { playNeighbours } from './playNeighbours.ts'

const plays = playNeighbours()

function play(neighbour: NeighbourId, script: NeighbourScriptId): NeighbourPlay {
  return plays.find(its => its.neighbour === neighbour && its.script === script)!
}

/** `ann write 1`, with what became of it where that is not plainly done. */
function told({ steps }: NeighbourPlay): string[] {
  return steps.map(({ session, do: does, row, from, to, fate }) => {
    const waited = to > from ? ` waited ${to - from}` : ''
    const end = fate === 'done' ? '' : ` ${fate}`
    return `${session} ${does}${row === null ? '' : ` ${row}`}${end}${waited}`
  })
}

const optimists = ['dsql', 'galera'] as const
const waiters = ['singleMaster', 'taurus', 'polardb', 'limitless'] as const

test('X1: Multi-Master refuses the later write of a page, at the write', () => {
  const same = ['ann write 1', 'bob write 1 lost', 'ann commit', 'bob commit skipped']
  expect(told(play('multiMaster', 'sameRow'))).toEqual(same)
  expect(told(play('multiMaster', 'samePage'))[1]).toBe('bob write 2 lost')
  expect(play('multiMaster', 'sameRow').decidedAt).toBe(1)
})

test.each(optimists)('X2: %s looks at rows, at the commit; who commits first wins', id => {
  expect(told(play(id, 'sameRow'))).toEqual([
    'ann write 1',
    'bob write 1',
    'ann commit',
    'bob commit lost',
  ])
  expect(play(id, 'sameRow').decidedAt).toBe(3)
  expect(told(play(id, 'samePage'))).not.toContain('bob commit lost')
  expect(told(play(id, 'crossed')).at(-1)).toBe('bob commit lost')
})

test.each(waiters)('X3: with %s the later write of a row waits, nobody loses', id => {
  expect(told(play(id, 'sameRow'))).toEqual([
    'ann write 1',
    'bob write 1 waited 1',
    'ann commit',
    'bob commit',
  ])
  expect(play(id, 'samePage').decidedAt).toBeNull()
})

test('X4: two that wait for each other: the second loses, one of them, or it is not told', () => {
  expect(told(play('singleMaster', 'crossed'))).toEqual([
    'ann write 1',
    'bob write 101',
    'ann write 101 waited 1',
    'bob write 1 lost',
    'ann commit',
    'bob commit skipped',
  ])
  for (const id of ['limitless', 'taurus', 'polardb'] as const) {
    expect(told(play(id, 'crossed')).slice(-2)).toEqual([
      'ann commit unknown',
      'bob commit unknown',
    ])
  }
})

test('X4: crossed writes in Multi-Master lose on both sides: each page was just changed', () => {
  const fates = play('multiMaster', 'crossed').steps.map(({ fate }) => fate)
  expect(fates).toEqual(['done', 'done', 'lost', 'lost', 'skipped', 'skipped'])
})

test('X5: write skew passes where that is published, and is left open elsewhere', () => {
  for (const id of ['multiMaster', 'singleMaster', 'dsql'] as const) {
    expect(play(id, 'writeSkew').steps.every(({ fate }) => fate === 'done')).toBe(true)
  }
  for (const id of ['galera', 'taurus', 'polardb', 'limitless'] as const) {
    expect(play(id, 'writeSkew').steps.at(-1)?.fate).toBe('unknown')
  }
})
