/**
 * The three lights. *Data safe*: a read quorum runs in every group, so that one could repair and
 * recover. *Commits*: a write set of every group is within reach of an open writer. *Reads*: an
 * open instance reaches a complete copy of every group (Q8).
 */
import type { Frame, Light } from '../../contract/frame.ts'
import { bitCount } from '../storage/quorum.ts'
import type { GroupSituation, Situation } from './situation.ts'

export function lightsOf(situation: Situation): Frame['lights'] {
  return {
    dataSafe: dataLight(situation),
    commits: commitsLight(situation),
    reads: readsLight(situation),
  }
}

function light(
  situation: Situation,
  state: Light['state'],
  key: string,
  parameters: Light['phrase']['parameters'],
): Light {
  const { id } = situation.worst.group
  const common = { group: id, groups: situation.groups.length }
  return { state, phrase: { key, parameters: { ...common, ...parameters } } }
}

function dataLight(situation: Situation): Light {
  const { darkest } = situation
  const running = bitCount(darkest.running)
  const parameters = { group: darkest.group.id, running, readNeeded: darkest.readNeeded }
  if (darkest.isSafe) return light(situation, 'on', 'light.data.safe', parameters)
  if (running === 0) return light(situation, 'off', 'light.data.dark', parameters)
  return light(situation, 'waiting', 'light.data.atRisk', parameters)
}

function commitsLight(situation: Situation): Light {
  const { writer, worst } = situation
  const instance = writer?.id ?? ''
  if (writer?.status === 'opening') {
    return light(situation, 'waiting', 'light.commits.opening', { instance })
  }
  if (writer?.status !== 'open')
    return light(situation, 'off', 'light.commits.noWriter', { instance })
  if (isEngineChanging(situation)) return light(situation, 'waiting', 'light.engine', { instance })
  if (worst.isWritable) {
    return light(situation, 'on', 'light.commits.on', { needed: worst.needed })
  }
  const parameters = { reachable: bitCount(worst.reachable), needed: worst.needed }
  return light(situation, 'waiting', 'light.commits.noWriteQuorum', parameters)
}

function readsLight(situation: Situation): Light {
  const { writer } = situation
  const instance = writer?.id ?? ''
  if (writer?.status === 'opening') {
    return light(situation, 'waiting', 'light.reads.opening', { instance })
  }
  if (writer?.status !== 'open')
    return light(situation, 'off', 'light.reads.noInstance', { instance })
  if (isEngineChanging(situation)) return light(situation, 'waiting', 'light.engine', { instance })
  const unread = unreadGroup(situation)
  if (!unread) return light(situation, 'on', 'light.reads.on', {})
  const parameters = { group: unread.group.id, reachable: bitCount(unread.reachable) }
  return light(situation, 'waiting', 'light.reads.noCompleteCopy', parameters)
}

/** F15: requests wait meanwhile. */
function isEngineChanging({ world, writer }: Situation): boolean {
  return world.faults.some(({ stage, target }) => stage === 'changing' && target === writer?.id)
}

/** A group of which no complete copy is within reach. */
export function unreadGroup({ groups }: Situation): GroupSituation | null {
  return groups.find(({ serving }) => serving === 0) ?? null
}
