/** How far the redo goes that a writer streams to its readers. */
import { expect, test } from 'vitest'
import { run, startCluster } from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { vdlAdvanced } from './followWriter.ts'

test('F1: redo is streamed up to VDL, though the log and VCL go further', () => {
  const cluster = startCluster({ readers: 1, sessions: 8, writes: 3 })
  run(cluster, 200_000)
  const { world, context } = cluster.simulation
  const { memory } = world.instances[0]!
  const { messages } = world.network
  const stream = world.failover!.streams[1]!
  const { vdl, vdlOrdinal } = memory
  stream.received = vdlOrdinal - 5
  memory.vcl = vdl + 2
  memory.vclOrdinal = vdlOrdinal + 2
  memory.nextLsn = vdl + 9
  const next = world.network.nextId
  vdlAdvanced(context, 0)
  const sent = messages.id.indexOf(next)
  expect(messages.kind[sent]).toBe(messageNumber.RedoStream)
  const [first, count, point] = [messages.a[sent]!, messages.b[sent]!, messages.c[sent]!]
  expect([first, first + count - 1, point]).toEqual([vdlOrdinal - 4, vdlOrdinal, vdl])
})
