/**
 * Which places a serializable transaction has read. Many small ones become one large: more than
 * `rowsOfPage` rows of a page the page, more than 31 places of a relation the relation (defaults of
 * PostgreSQL: max_pred_locks_per_page = 2, max_pred_locks_per_relation = -2 of 64). Rule I14.
 */
import { coarserThan, type Ssi, type SsiTransaction, type Target, textOf } from './ssiTypes.ts'

const placesOfRelation = 31

export function addRead(ssi: Ssi, reader: SsiTransaction, target: Target): void {
  const coarser = coarserThan(target)
  if (isRead(reader, [target, ...coarser])) return
  put(ssi, reader, target)
  let promoted: Target | null = null
  for (const place of coarser) {
    if (countFiner(reader, place, 1) > limitOf(ssi, place)) promoted = place
  }
  if (promoted) promote(ssi, reader, promoted)
}

export function dropRead(ssi: Ssi, reader: SsiTransaction, target: Target): void {
  const text = textOf(target)
  if (!reader.reads.delete(text)) return
  const readers = ssi.readers.get(text)
  readers?.delete(reader.transaction)
  if (readers?.size === 0) ssi.readers.delete(text)
  for (const place of coarserThan(target)) countFiner(reader, place, -1)
}

export function dropReads(ssi: Ssi, reader: SsiTransaction): void {
  for (const target of [...reader.reads.values()]) dropRead(ssi, reader, target)
}

/** Transactions that have read this place or one that contains it, in the order of reading. */
export function readersOf(ssi: Ssi, target: Target): number[] {
  const places = [target, ...coarserThan(target)]
  return [...new Set(places.flatMap(place => [...(ssi.readers.get(textOf(place)) ?? [])]))]
}

/** A page of an index was divided: who had read it has read both. */
export function divideRead(ssi: Ssi, relation: string, page: number, added: number): void {
  const readers = ssi.readers.get(textOf({ relation, page, row: null })) ?? []
  for (const reader of [...readers]) {
    const transaction = ssi.transactions.get(reader)
    if (transaction) addRead(ssi, transaction, { relation, page: added, row: null })
  }
}

function isRead(reader: SsiTransaction, places: Target[]): boolean {
  return places.some(place => reader.reads.has(textOf(place)))
}

function put(ssi: Ssi, reader: SsiTransaction, target: Target): void {
  const text = textOf(target)
  reader.reads.set(text, target)
  const readers = ssi.readers.get(text) ?? new Set()
  ssi.readers.set(text, readers.add(reader.transaction))
}

function countFiner({ finer }: SsiTransaction, place: Target, by: number): number {
  const text = textOf(place)
  const count = (finer.get(text) ?? 0) + by
  if (count === 0) finer.delete(text)
  else finer.set(text, count)
  return count
}

function limitOf({ rowsOfPage }: Ssi, { page }: Target): number {
  return page === null ? placesOfRelation : rowsOfPage
}

function promote(ssi: Ssi, reader: SsiTransaction, place: Target): void {
  const text = textOf(place)
  for (const finer of [...reader.reads.values()]) {
    if (coarserThan(finer).some(coarser => textOf(coarser) === text)) dropRead(ssi, reader, finer)
  }
  addRead(ssi, reader, place)
}
