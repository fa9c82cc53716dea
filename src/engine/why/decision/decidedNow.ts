/**
 * The numbers by which capacity is decided at this instant: what each pressure needs, what the
 * range allows, and how quickly it may go there. Rules S3, E3 and E4.
 */
import { mostOf } from '../../aurora/serverless/regulate.ts'
import { growthParts } from '../../aurora/serverless/ramp.ts'
import { rampOf } from '../../aurora/serverless/rampOf.ts'
import type { Capacity, Serverless } from '../../aurora/serverless/serverless.ts'
import { partsOf } from '../../aurora/serverlessV1/partsOf.ts'
import { waitsOf } from '../../aurora/serverlessV1/waitsOf.ts'
import type { World } from '../../aurora/world.ts'
import type { Cause } from '../../contract/cause.ts'
import type { InstanceId } from '../../contract/ids.ts'
import { step } from '../step.ts'

const million = 1_000_000

/** Of an instance that is awake; none of one asleep, or that has a fixed size. */
export function decidedNow(world: World, instance: InstanceId): Cause[] {
  const index = world.instances.findIndex(({ id }) => id === instance)
  const capacity = world.serverless?.capacities.find(its => its.instance === index)
  if (capacity === undefined || capacity.state === 'paused') return []
  if (world.serverless!.v1) return v1Decided(world)
  const subject = `capacity:${instance}`
  return [needs(capacity, subject), heading(world, capacity, subject)]
}

function acu(micro: number): number {
  return Math.floor(micro / 10_000) / 100
}

function needs({ need }: Capacity, subject: string): Cause {
  const { cpu, memory, network, floor } = need
  const parameters = {
    cpu: acu(cpu),
    memory: acu(memory),
    network: acu(network),
    floor: acu(floor),
    need: acu(mostOf(need)),
  }
  return step(1, { key: 'why.scale.needs', parameters }, { subject })
}

function heading(world: World, capacity: Capacity, subject: string): Cause {
  const { min, max } = world.serverless as Serverless
  const { exact, target, tokens, lowMicros } = capacity
  const bounds = { min: acu(min), max: acu(max), target: acu(target) }
  if (target > exact) {
    const growthPpm = Math.floor((rampOf(world).growth * million) / growthParts)
    const parameters = { ...bounds, growthPpm, allowance: acu(tokens) }
    return step(1, { key: 'why.scale.grows', parameters }, { subject })
  }
  if (target === exact) {
    return step(1, { key: 'why.scale.stays', parameters: bounds }, { subject })
  }
  const holdMicros = world.parameters['serverlessV2.holdDown']
  const parameters = { ...bounds, lowMicros, holdMicros }
  return step(1, { key: 'why.scale.shrinks', parameters }, { subject })
}

/** E3, E4: means of the last window against their limits, and the time that must pass. */
function v1Decided(world: World): Cause[] {
  const { v1, values, instance } = partsOf(world)
  const { up, upOf, down, downOf } = waitsOf(world)
  const subject = `capacity:${instance.id}`
  const waits = { upLeftMicros: up, upOfMicros: upOf, downLeftMicros: down, downOfMicros: downOf }
  const wait = step(1, { key: 'why.scale.v1Waits', parameters: waits }, { subject })
  if (v1.means === null) return [wait]
  const parameters = {
    windowMicros: values['serverlessV1.evaluate'],
    ...v1.means,
    upCpuPpm: values['serverlessV1.upCpu'],
    upConnectionsPpm: values['serverlessV1.upConnections'],
    downCpuPpm: values['serverlessV1.downCpu'],
    downConnectionsPpm: values['serverlessV1.downConnections'],
  }
  return [step(1, { key: 'why.scale.v1Means', parameters }, { subject }), wait]
}
