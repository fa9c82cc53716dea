/**
 * What a viewer can see of the papers and guides, row by row, and the story that shows each: a row
 * without a story, or one whose story has gone or does not quote it, is found here. Facts are named
 * as in the titles of stories, where they stand in brackets.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const engine = join(import.meta.dirname, '..', '..')

interface Row {
  /** What is to be seen. */
  seen: string
  /** Beginning of the title of each test that shows it. */
  stories: string[]
}

/** By the number of the fact. */
const rows: Record<string, Row> = {
  '(reference Q1)': {
    seen: 'six copies, two in each zone',
    stories: ['Q1 (reference Q1): '],
  },
  '(reference Q2)': {
    seen: 'gauges of 4 and 3 of 6',
    stories: ['L7 (reference Q2, W4): a commit is acknowledged with the fourth'],
  },
  '(reference Q3)': {
    seen: 'where a write set and a read set meet',
    stories: ['Q3 (reference Q3): four of six for writes'],
  },
  '(reference Q4)': {
    seen: 'writing and reading, each with its light',
    stories: ['Q2, Q6 (reference Q4): the three lights', 'Q6 (reference Q4): commits are stalled'],
  },
  '(reference Q5)': {
    seen: 'repair only while three are left',
    stories: ['M11 (reference T16, Q5): '],
  },
  '(reference Q6)': { seen: 'the same two losses end 2 of 3', stories: ['Q11 (reference Q6): '] },
  '(reference Q7)': {
    seen: 'a zone takes two copies of every group',
    stories: ['Q2 (reference Q7): a zone without the writer'],
  },
  '(reference Q8)': { seen: 'slow, down and lost are one axis', stories: ['N6 (reference Q8): '] },
  '(reference G1)': {
    seen: 'a volume made of equal groups',
    stories: ['M16 (reference G1, G2, G3): '],
  },
  '(reference G3)': {
    seen: 'a geometry epoch',
    stories: ['M16 (reference G1, G2, G3): ', 'M16: the report tells the geometry epoch'],
  },
  '(reference G5)': { seen: 'one row of LSNs feeds many groups', stories: ['L1 (reference G5): '] },
  '(reference W1)': { seen: 'only redo crosses the network', stories: ['L9, D7 (reference W1): '] },
  '(reference W4)': {
    seen: 'the fourth answer makes it durable',
    stories: ['L7 (reference Q2, W4): a commit is acknowledged with'],
  },
  '(reference W5)': { seen: 'classic group commit to compare', stories: ['L19 (reference W5): '] },
  '(reference W6)': { seen: 'three links back', stories: ['L20 (reference W6): by the block'] },
  '(reference W11)': {
    seen: 'bytes on the wire',
    stories: ['L21 (reference W10, W11): '],
  },
  '(reference N1)': {
    seen: 'two hot stages and six cool ones',
    stories: ['P1 (reference N1): switching'],
  },
  '(reference N2)': {
    seen: 'background gives way to foreground',
    stories: ['P2 (reference N2): '],
  },
  '(reference N4)': {
    seen: 'peers fill a hole',
    stories: ['L10 (reference N4): when the link is mended', 'L16 (reference N4): what gossip'],
  },
  '(reference L5)': {
    seen: 'points on one ruler, and what each waits for',
    stories: ['L5 (reference L5, T1): VCL is not the least'],
  },
  '(reference L10)': { seen: 'the lowest read point of all', stories: ['F11 (reference L10): '] },
  '(reference C2)': { seen: 'several commits at once', stories: ['L7 (reference C2): '] },
  '(reference C4)': { seen: 'one group freezes the ruler', stories: ['L5, L7 (reference C4): '] },
  '(reference R2)': {
    seen: 'one copy is asked',
    stories: ['D4 (reference R2): a read asks one segment', 'D4, D25 (reference R2'],
  },
  '(reference R4)': {
    seen: 'a measured latency for each copy',
    stories: ['D8 (reference R4): reads settle', 'D9 (reference R4): now and then'],
  },
  '(reference R5)': {
    seen: 'a second copy is asked',
    stories: ['D10 (reference R5): the hedge goes to another segment'],
  },
  '(reference P2)': { seen: 'records of cached pages count', stories: ['F10 (reference P2): '] },
  '(reference P4)': { seen: 'a reader waits to hear', stories: ['F12 (reference P4): '] },
  '(reference P5)': { seen: 'no commit waits for a reader', stories: ['F1 (reference P5): '] },
  '(reference P12)': {
    seen: 'the names that users know',
    stories: ['F13 (reference P12): '],
  },
  '(reference X4)': {
    seen: 'a range that is annulled',
    stories: ['R6 (reference X4): a second', 'R6 (reference X4): what a recovery'],
  },
  '(reference X5)': {
    seen: 'a recovery that is interrupted',
    stories: ['R2, R6 (reference X5): '],
  },
  '(reference X6)': { seen: 'stragglers bounce off', stories: ['R2, R6 (reference X6): '] },
  '(reference X8)': {
    seen: 'the locks are changed',
    stories: ['R2, R9 (reference X8): a newer epoch at a segment'],
  },
  '(reference X9)': { seen: 'undo beside user work', stories: ['R12 (reference X9): '] },
  '(reference O16)': {
    seen: 'a reader that is blocked for long is replaced',
    stories: ['F14 (reference O16): '],
  },
  '(reference O7)': { seen: 'connections stay lit', stories: ['F15 (reference O7): '] },
  '(reference O8)': {
    seen: 'patching that falls back to a restart',
    stories: ['F15 (reference O8): '],
  },
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return entry.name.endsWith('.test.ts') ? [path] : []
  })
}

const titles = testFiles(engine)
  .filter(path => !path.endsWith('referenceRows.test.ts'))
  .map(path => readFileSync(path, 'utf8'))
  .join('\n')

test.each(Object.entries(rows))('%s is shown by a story that quotes it', (fact, { stories }) => {
  const missing = stories.filter(
    title => !titles.includes(`('${title}`) && !titles.includes(`"${title}`),
  )
  expect(missing).toEqual([])
  const [, number] = /([A-Z]\d+)\)$/.exec(fact)!
  const quoted = stories.flatMap(title => /\(reference ([^)]*)/.exec(title)?.[1]?.split(', ') ?? [])
  expect(quoted).toContain(number)
})

test('a story that does not exist would be missed', () => {
  expect(titles.includes("('no such story")).toBe(false)
})
