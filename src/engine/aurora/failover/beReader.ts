/**
 * What an instance needs to read beside the writer: numbers of its own, so that no two transactions
 * or page reads of a run share one, and sessions that came by the reader endpoint. Rule F9.
 */
import type { Application } from '../application.ts'
import { nextReader } from '../endpoint/nextReader.ts'
import type { World } from '../world.ts'

/** Transactions and reads of an instance that reads are numbered in a range of its own. */
const rangeOfNumbers = 1_000_000_000

export function numberApart({ instances }: World, index: number): void {
  const { transactions, reads } = instances[index]!.memory
  const first = (index + 1) * rangeOfNumbers
  if (transactions.lastSerial < rangeOfNumbers) transactions.lastSerial += first
  if (reads.lastNumber < rangeOfNumbers) reads.lastNumber += first
}

/** The number that the writer would have given. */
export function numberAtWriter(serial: number): number {
  return serial % rangeOfNumbers
}

/** F9: at the start of a run each session asks the endpoint for one connection. */
export function connectToReaders(world: World): void {
  for (let index = 0; index < world.applications.length; index++) {
    if (world.setup.workload[index]!.route !== 'reader') continue
    connectInTurn(world, world.applications[index]!)
  }
}

function connectInTurn(world: World, application: Application): void {
  for (let session = 0; session < application.target.length; session++) {
    application.instance = nextReader(world)
    application.target[session] = application.instance
  }
}
