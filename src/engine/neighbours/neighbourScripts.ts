/** Short scripts of two sessions; each step follows the one before within a millisecond. */
import type { NeighbourScriptId, NeighbourStep } from '../contract/neighbour.ts'

type Written = `${'ann' | 'bob'} ${`${'read' | 'write'} ${number}` | 'commit'}`

function read(line: Written): NeighbourStep {
  const [session, does, row] = line.split(' ') as [
    NeighbourStep['session'],
    NeighbourStep['do'],
    string | undefined,
  ]
  return { session, do: does, row: row === undefined ? null : Number(row) }
}

const written: Record<NeighbourScriptId, Written[]> = {
  sameRow: ['ann write 1', 'bob write 1', 'ann commit', 'bob commit'],
  samePage: ['ann write 1', 'bob write 2', 'ann commit', 'bob commit'],
  crossed: [
    'ann write 1',
    'bob write 101',
    'ann write 101',
    'bob write 1',
    'ann commit',
    'bob commit',
  ],
  writeSkew: [
    'ann read 101',
    'bob read 1',
    'ann write 1',
    'bob write 101',
    'ann commit',
    'bob commit',
  ],
}

export const neighbourScripts: { id: NeighbourScriptId; steps: NeighbourStep[] }[] = (
  Object.keys(written) as NeighbourScriptId[]
).map(id => ({ id, steps: written[id].map(read) }))

/** A hundred rows lie on a page: rows 1 and 2 on one, row 101 on another. */
export function pageOfNeighbourRow(row: number): number {
  return Math.floor((row - 1) / 100)
}
