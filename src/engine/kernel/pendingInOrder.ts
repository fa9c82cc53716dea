/** Every pending event in the order in which they will be taken. */
import type { EventQueue, EventRecord } from './eventQueue.ts'
import { firstOccupied, type TickWheel } from './tickWheel.ts'

export function pendingInOrder(queue: EventQueue): EventRecord[] {
  const pending: EventRecord[] = []
  visitWheel(queue, queue.near, pending)
  visitWheel(queue, queue.wide, pending)
  for (let place = 0; place < queue.far.usedRows; place++) {
    pending.push(recordOf(queue.events, queue.far.row[place] as number))
  }
  return pending.sort((one, other) => one.at - other.at || one.seq - other.seq)
}

function visitWheel(queue: EventQueue, wheel: TickWheel, pending: EventRecord[]): void {
  const next = queue.events.next
  for (let list = firstOccupied(wheel, 0); list >= 0; list = firstOccupied(wheel, list + 1)) {
    const last = wheel.last[list] as number
    let row = last
    do {
      row = next[row] as number
      pending.push(recordOf(queue.events, row))
    } while (row !== last)
  }
}

function recordOf(events: EventQueue['events'], row: number): EventRecord {
  return {
    at: events.at[row] as number,
    seq: events.seq[row] as number,
    kind: events.kind[row] as number,
    subject: events.subject[row] as number,
    detail: events.detail[row] as number,
  }
}
