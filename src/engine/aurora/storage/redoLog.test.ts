/** The redo log as a ring that grows. */
import { describe, expect, it } from 'vitest'
import { appendRecord, createRedoLog, isKept, rowOf } from './redoLog.ts'

describe('the redo log', () => {
  it('L1 gives ordinals in order of writing and keeps its records when it grows', () => {
    const log = createRedoLog(4)
    for (let lsn = 1; lsn <= 9; lsn++) {
      expect(appendRecord(log, lsn, lsn % 3, 1, 0, lsn)).toBe(lsn - 1)
    }
    expect(log.capacity).toBe(16)
    for (let ordinal = 0; ordinal < 9; ordinal++) {
      expect(log.lsn[rowOf(log, ordinal)]).toBe(ordinal + 1)
    }
  })

  it('uses the rows of dropped records again', () => {
    const log = createRedoLog(4)
    for (let lsn = 1; lsn <= 4; lsn++) appendRecord(log, lsn, 0, 1, 1, 0)
    log.first = 2
    appendRecord(log, 5, 7, 1, 0, 0)
    expect(log.capacity).toBe(4)
    expect(isKept(log, 1)).toBe(false)
    expect(log.page[rowOf(log, 4)]).toBe(7)
    expect(log.heldBy[rowOf(log, 4)]).toBe(0)
  })
})
