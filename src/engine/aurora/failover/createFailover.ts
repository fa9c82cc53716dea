/** Readers and promotion at instant zero: the writer is well and its name leads to it. */
import type { Instance } from '../instance.ts'
import type { World } from '../world.ts'
import { createAckedRows } from './ackedRows.ts'
import type { Failover, RedoStreamState } from './failover.ts'

export function createFailover(world: World): Failover {
  const writer = world.instances.findIndex(({ role }) => role === 'writer')
  return {
    writer,
    named: writer,
    cached: writer,
    phase: null,
    since: 0,
    silentSince: -1,
    isSuspected: false,
    lost: -1,
    promoted: -1,
    lostAt: 0,
    isPromoted: true,
    isChangingRole: false,
    watch: 0,
    round: 0,
    crashFact: 0,
    lossFact: 0,
    fact: 0,
    streams: world.instances.map(firstStream),
    readerTurn: writer,
    isStreamWatched: false,
    streamWaitMicros: world.parameters['network.resendFirst'],
    rate: 0,
    rateFrom: 0,
    rateCommits: 0,
    acked: createAckedRows(),
  }
}

/** W4: nothing is written yet, and every reader knows it. */
function firstStream({ role }: Instance): RedoStreamState {
  const stream = createRedoStreamState()
  return role === 'reader' ? { ...stream, received: -1, isJoined: true, readPoint: 0 } : stream
}

/** F12: it has not even heard that nothing is written yet, which would be -1. */
export function createRedoStreamState(): RedoStreamState {
  return {
    received: -2,
    busyUntil: 0,
    appliesAt: 0,
    lagMicros: 0,
    isJoined: false,
    readPoint: -1,
    behindSince: -1,
  }
}
