/** What a mirrored MySQL is made of. Sizes of batches and of its log are *assumptions*. Rule Y2. */
import type { ParameterValues } from '../contract/parameters.ts'
import type { WritePathRequest } from '../contract/writePath.ts'

export interface MirroredSetup extends WritePathRequest {
  vcpus: number
  /** Microseconds between two transactions of a session. */
  think: number
  parameters: ParameterValues
}

/** Bytes of a page, as a lecture on 2017 §3.1 has it (reference W11). */
export const pageBytes = 8_192

/** Two volumes, each with its mirror. */
export const disks = 4

/** Provisioned for MySQL in 2017 §6. */
export const iosASecond = 30_000

/** Pages that are written in one go, and those that one I/O of the double write holds. */
export const cleanerBatch = 64
export const doubleWriteBatch = 16

/** Redo records behind the newest at which a page is written, and at which transactions wait. */
export const logCapacity = 10_000
export const logFull = 2 * logCapacity
