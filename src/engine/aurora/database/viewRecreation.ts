/**
 * What one may wait for while the writer is down and no reader can take over: that it is
 * re-created, or, with its whole zone out, that somebody does that by hand. Rule F16.
 */
import type { Frame, Phrase } from '../../contract/frame.ts'
import type { Instance } from '../instance.ts'
import type { World } from '../world.ts'

export function viewRecreation(world: World, frame: Frame): void {
  const { instances, failover, multiMaster, status, parameters, now } = world
  const writer = instances[failover?.writer ?? 0]!
  const isAlone = instances.every(its => its.role === 'writer' || its.status !== 'open')
  if (multiMaster !== null || writer.status !== 'down' || !isAlone || !status.isStalled) return
  if (!/^hint\.heal(Instance|Zone)$/.test(frame.hint.key)) return
  const patience = parameters['failover.heartbeat'] * parameters['failover.misses']
  if (now - status.stalledSince >= patience) frame.hint = hintOf(world, writer)
}

function hintOf({ zones, parameters, status, now }: World, { id, zone }: Instance): Phrase {
  const { isOut, id: name } = zones[zone]!
  const dueAt = status.stalledSince + parameters['failover.withoutReplica']
  const inMicros = Math.max(0, dueAt - now)
  const isByHand = isOut && parameters['failover.createElsewhere'] === 0
  const key = isByHand ? 'byHand' : isOut ? 'elsewhere' : 'inZone'
  return { key: `recreate.${key}`, parameters: { instance: id, zone: name, inMicros } }
}
