/** Short lines of the stage about Serverless v2: only what is out of the ordinary. */
import { expect, test } from 'vitest'
import { v2Frame } from '../testing/v2Frame.ts'
import { v2Notes } from '../../../words/v2Words.ts'

function linesOf(...changes: Parameters<typeof v2Frame>): string[] {
  const { serverless, at } = v2Frame(...changes)
  return v2Notes(serverless!.instances[0]!, serverless!.v2!, at).map(({ text }) => text)
}

test('S9, S14, S22: host, floor of features, and a pending reboot', () => {
  expect(linesOf({ afterReboot: 2_000 })).toEqual([
    'on b-host-1, hot',
    'features hold 8 ACU',
    'Pending reboot',
    'then 2,000 connections',
  ])
  expect(linesOf({}, { hosts: [], floor: 0 })).toEqual([])
})

test('S16, S22, S19: memory, a move, a stop come first', () => {
  const quiet = { hosts: [], floor: 0 }
  expect(linesOf({ isIncompatible: true }, quiet)[0]).toBe('incompatible-parameters')
  expect(linesOf({ shortMicros: 34_000_000 }, quiet)[0]).toBe('memory short: 34 s')
  const migration = { from: 'b-host-1', to: 'b-host-2', endsAt: 412_000_000 }
  expect(linesOf({ migration }, quiet)).toEqual(['Moves to b-host-2', 'frozen 12 s more'])
  const stop = { state: 'starting', since: 0, endsAt: 970_000_000 } as const
  expect(linesOf({ stop: 'starting' }, { ...quiet, stop })).toEqual(['answers in 9 min 30 s'])
})
