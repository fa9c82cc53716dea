/** The words of the legend, by the number of a message's kind on the wire. */

interface MessageSign {
  kind: number
  words: string
}

/** Kinds that look alike and mean the same to the eye stand once. */
export const messageSigns: MessageSign[] = [
  { kind: 3, words: 'redo records, out to the copies' },
  { kind: 4, words: 'a copy answers: it is on disk here' },
  { kind: 5, words: 'a copy reports how far it is (SCL)' },
  { kind: 1, words: 'a transaction asked for' },
  { kind: 2, words: 'its answer' },
  { kind: 8, words: 'gossip: how far are you?' },
  { kind: 10, words: 'recovery: asking the copies, and their word' },
  { kind: 9, words: 'gossip brings what was missing' },
  { kind: 6, words: 'a page is asked for' },
  { kind: 7, words: 'the page comes' },
]

export interface CellSign {
  words: string
  fill?: string
  fillOpacity?: number
  stroke?: string
  strokeDasharray?: string
}

const writer = 'var(--writer1)'

export const cellSigns: CellSign[] = [
  { words: 'a record on disk, not yet safe', fill: writer },
  { words: 'a record that is safe', fill: writer, fillOpacity: 0.65 },
  {
    words: 'on disk above a hole: it does not count yet',
    fill: writer,
    fillOpacity: 0.4,
    stroke: writer,
  },
  { words: 'on its way here', stroke: 'var(--muted)', strokeDasharray: '2 2' },
  { words: 'a hole: missing here', stroke: 'var(--wait)', strokeDasharray: '3 2' },
]
