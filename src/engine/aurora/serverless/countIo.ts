/**
 * Input and output of the volume, once a second: pages that instances had from storage, and the
 * redo of sessions and of the fluid demand. A fluid transaction finds its page cached
 * (*assumption*). Rule B7.
 */
import { pagesReadOf } from '../billing/ioOf.ts'
import { addIo } from '../billing/meter.ts'
import type { World } from '../world.ts'
import { transactionsOf } from './demandLevel.ts'

const million = 1_000_000

export function countIo(world: World): void {
  const { log, parameters, serverless } = world
  const { meter, demands } = serverless!
  const written = log.next - serverless!.recordsSeen
  serverless!.recordsSeen = log.next
  const answered = demands.reduce((sum, demand) => sum + demand.answered, 0)
  const each = parameters['instance.redoPerRow'] + parameters['instance.redoPerCommit']
  const records = written + (transactionsOf(world, answered) * each) / million
  serverless!.redoBytes = Math.floor(records * parameters['instance.redoRecordSize'])
  addIo(meter, pagesReadOf(world), serverless!.redoBytes)
}
