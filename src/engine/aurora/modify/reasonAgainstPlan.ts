/** Why a plan cannot be begun now; null when it can. Rules Z6, Z10, Z12 and Z13. */
import type { Reason } from '../../contract/commands.ts'
import type { ModifyChange } from '../../contract/modify.ts'
import type { Given } from '../mechanism.ts'
import { isGone } from '../serverlessV1/isGone.ts'
import type { World } from '../world.ts'
import { placeFor, viaOf } from './placeFor.ts'
import { isClass, reasonAgainst } from './reasonAgainst.ts'
import { serverlessClass } from './serverlessClass.ts'

type Asked = Given<'StartMigration'>

export function reasonAgainstPlan(world: World, command: Asked): Reason | null {
  const { plan, class: name } = command
  if (plan === 'snapshot') return null
  const key = againstKind(world, command)
  const { writer } = world.failover!
  if (key !== null) return { key: `reason.${key}`, parameters: { class: name } }
  const change: ModifyChange = plan === 'inPlace' ? 'class' : 'add'
  const index = plan === 'inPlace' ? writer : placeFor(world, command)
  const instance = world.instances[index]?.id ?? command.onto ?? ''
  const asked = plan === 'threeStages' ? viaOf(world, command) : name
  const parameters = { instance, class: asked, tier: undefined, hasNewEngine: plan === 'blueGreen' }
  return reasonAgainst(world, change, index, parameters)
}

function againstKind(world: World, command: Asked): string | null {
  const { plan, class: name } = command
  const isOfV1 = plan === 'engineMode' || plan === 'threeStages'
  if (world.serverless!.v1) return isOfV1 ? againstLeaving(world, command) : 'beganAsV1'
  if (isOfV1) return 'onlyV1'
  if (plan === 'blueGreen') return againstGreen(world, name)
  return name === classOfWriter(world) ? 'sameClass' : null
}

/** Z10: it goes to a class first; in three stages that is the one between. */
function againstLeaving(world: World, command: Asked): string | null {
  const isStaged = command.plan === 'threeStages'
  if (isGone(world)) return 'beganAsV1'
  if ((command.class === serverlessClass) !== isStaged) return 'beganAsV1'
  if (isStaged && !isBetween(world, viaOf(world, command))) return 'noClassBetween'
  const { state } = world.serverless!.v1!
  return state === 'running' ? null : `v1.${state}`
}

function isBetween(world: World, name: string): boolean {
  return name !== serverlessClass && isClass(world, name)
}

/** Z12: each instance has a green one, so only of a cluster of one; the same class if newer. */
function againstGreen(world: World, name: string): string | null {
  const there = world.modify!.places.filter(({ state }) => state !== 'spare')
  if (there.length > 1) return 'greenNeedsOne'
  if (world.modify!.isOldEngine) return null
  return name === classOfWriter(world) ? 'sameClass' : null
}

function classOfWriter({ modify, failover }: World): string {
  return modify!.places[failover!.writer]!.class
}
