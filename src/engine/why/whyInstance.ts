/** Why an instance can write or cannot: down since when, or how far its opening has come. */
import { bitCount, neededCount } from '../aurora/storage/quorum.ts'
import type { Instance, Opening } from '../aurora/instance.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact } from '../contract/facts.ts'
import { faultBehindInstance } from './faultBehind.ts'
import { step } from './step.ts'
import { whyPaused, whyWriter } from './whyTold.ts'

export function whyInstance(world: World, name: string, facts: Fact[]): Cause[] | null {
  const index = world.instances.findIndex(({ id }) => id === name)
  const instance = world.instances[index]
  if (!instance) return null
  const { memory, status } = instance
  if (status === 'open') return [open(instance), ...whyWriter(name, facts)]
  if (status === 'down') return [down(world, index)]
  if (status === 'paused' || status === 'resuming') return whyPaused(name, facts)
  return memory.opening ? whyOpening(world, instance, memory.opening) : []
}

function open({ id: instance, memory }: Instance): Cause {
  const { epoch, vdl } = memory
  const more = { tone: 'good', subject: `instance:${instance}` } as const
  return step(0, { key: 'why.instance.open', parameters: { instance, epoch, vdl } }, more)
}

function down(world: World, index: number): Cause {
  const instance = world.instances[index]!.id
  const fault = faultBehindInstance(world, index)
  const parameters = { instance, fault: fault?.fault ?? '', target: fault?.target ?? '' }
  const more = { tone: 'bad', at: fault?.since ?? null, subject: `instance:${instance}` } as const
  return step(0, { key: 'why.instance.down', parameters }, more)
}

function whyOpening(world: World, { id: instance }: Instance, opening: Opening): Cause[] {
  const more = { at: opening.since, subject: `instance:${instance}` }
  switch (opening.phase) {
    case 'restarting': {
      const until = opening.since + world.parameters['instance.restart']
      const parameters = { instance, remainingMicros: Math.max(0, until - world.now) }
      return [step(0, { key: 'why.instance.restarting', parameters }, more)]
    }
    case 'recovering':
      return [step(0, { key: 'why.instance.recovering', parameters: { instance } }, more)]
    default:
      return whyAnswersMissing(world, instance, opening)
  }
}

/** One step a group, the ones that lack most first. */
function whyAnswersMissing(world: World, instance: string, opening: Opening): Cause[] {
  const isScan = opening.phase === 'scanning'
  const answered = isScan ? opening.promised : opening.truncated
  const groups = world.groups.map((group, index) => {
    const promised = bitCount(answered[index]!)
    const wanted = neededCount(isScan ? group.read : group.write)
    const name = isScan ? 'readNeeded' : 'needed'
    const parameters = { instance, group: group.id, promised, [name]: wanted }
    return { parameters, promised, isMet: promised >= wanted }
  })
  const key = isScan ? 'why.instance.scanning' : 'why.instance.truncating'
  return groups
    .sort((one, other) => one.promised - other.promised)
    .map(({ parameters, isMet }) =>
      step(0, { key, parameters }, { tone: isMet ? 'good' : 'bad', at: opening.since }),
    )
}
