/**
 * I25 · Which phenomenon shows between sessions at several writers, cell by cell (reference
 * multi-master 4.1). X = it happens in the script at some distance of its steps, P = at none.
 */
import { expect, test } from 'vitest'
import { acrossWriters } from '../../../testing/acrossWriters.ts'
import { type Mode, type Parameters, playWriters } from '../../../testing/playWriters.ts'

const modes: Mode[] = [
  { level: 'read committed', consistency: 'INSTANCE_RAW' },
  { level: 'repeatable read', consistency: 'INSTANCE_RAW' },
  { level: 'repeatable read', consistency: 'REGIONAL_RAW' },
]

type Phenomenon = keyof typeof acrossWriters

/** In the order of the modes, P or X each. */
const cells: Record<Phenomenon, string> = {
  dirtyWrite: 'P P P',
  abortedRead: 'P P P',
  intermediateRead: 'P P P',
  circularFlow: 'P P P',
  vanishing: 'P P P',
  vanishingHop: 'X X P',
  vanishingOfThree: 'X X P',
  preceders: 'X P P',
  precedersWriting: 'X X X',
  lostUpdate: 'X X X',
  lostUpdateForUpdate: 'X X X',
  readSkew: 'X P P',
  readSkewWriting: 'X X X',
  writeSkew: 'X X X',
  predicateWriteSkew: 'X X X',
  staleRead: 'X X P',
  ownWrites: 'P P P',
  ownWritesHop: 'X X P',
  monotonicHop: 'X X P',
  longFork: 'X X P',
  causalReversal: 'X X P',
  notStrict: 'X X X',
}

/** ms between two steps: within a statement, within the lag, about as long, behind it. */
const gaps = [0.3, 2, 7, 12, 29, 45]

type Cell = [title: string, phenomenon: Phenomenon, mode: Mode, expected: string]

const all = Object.entries(cells).flatMap(([key, line]) => {
  const phenomenon = key as Phenomenon
  return modes.map((mode, at): Cell => {
    const expected = line.split(' ')[at]!
    const title = `${mode.level}, ${mode.consistency}: ${acrossWriters[phenomenon].name}`
    return [`${title} is ${expected}`, phenomenon, mode, expected]
  })
})

function isShownAt(phenomenon: Phenomenon, mode: Mode, parameters: Parameters = {}): boolean {
  const { script, isShown } = acrossWriters[phenomenon]
  return gaps.some(gap => isShown(playWriters({ mode, script: script(gap), parameters })))
}

test.each(all)(
  'I25 · %s',
  (_, phenomenon, mode, expected) => {
    expect(isShownAt(phenomenon, mode) ? 'X' : 'P').toBe(expected)
  },
  60_000,
)

const causally = { 'multiMaster.choiceCausalRedo': 1 }

test.each(['causalReversal', 'vanishingOfThree'] as const)(
  'I25, D14 · redo that comes in causal order keeps %s away',
  phenomenon => {
    for (const mode of modes) expect(isShownAt(phenomenon, mode, causally)).toBe(false)
  },
  60_000,
)
