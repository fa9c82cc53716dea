/** Counters of a writer: by cause, a second, its lag from each peer, and the crown of DDL. */
import { expect, it } from 'vitest'
import { multiMasterFrame } from '../../scene/testing/multiMasterFrames.ts'
import { describeState } from './describeState.ts'

function rowsOf(id: string, spoil: (view: never) => void = () => undefined) {
  const frame = multiMasterFrame({ writers: 3 })
  spoil(frame.multiMaster as never)
  return Object.fromEntries(describeState(frame, id).map(({ name, value }) => [name, value]))
}

it('says how often it lost and why, how often it tried again, and how far behind it is', () => {
  const rows = rowsOf('w2')
  expect(rows['Rolled back']).toBe('4, 5 a second lately')
  expect(rows.Why).toBe('1 in flight, 2 stale base, 1 row owned')
  expect(rows['Tried again']).toMatch(/^3, /)
  expect(Object.keys(rows).filter(name => name.startsWith('Behind'))).toEqual([
    'Behind w1',
    'Behind w3',
  ])
})

it('names the crown, a writer that only reads, and what waits for purge', () => {
  expect(rowsOf('w1')['Definitions (DDL)']).toBe('carries them out for all')
  expect(rowsOf('w2')).not.toHaveProperty('Definitions (DDL)')
  const rows = rowsOf('w2', view => {
    const { writers } = view as { writers: object[] }
    Object.assign(writers[1] ?? {}, {
      isReadOnly: true,
      purge: { waiting: 3, lagMicros: 40_000 },
    })
  })
  expect(rows['Among the writers']).toMatch(/1290$/)
  expect(rows.Purge).toBe('3 pages wait, the oldest for 40 ms')
})
