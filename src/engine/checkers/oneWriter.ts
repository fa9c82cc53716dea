/**
 * At most one instance is an open writer of the newest epoch, and no older writer acknowledges what
 * the newest recovery has annulled: its safe point never enters an annulled range (2018 §2.4).
 */
import type { Context } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'oneWriter'

export const oneWriter: Law<null> = {
  id,
  rule: 'F8',
  watches: ['instanceCount'],
  remember: () => null,
  after: ({ touched, world }: Context) => (touched.instanceCount > 0 ? check(world) : null),
  sweep: check,
}

function check(world: World): Broken | null {
  const { epoch, truncations } = world.volume
  let writer = ''
  for (const { id: instance, role, status, memory } of world.instances) {
    if (role !== 'writer' || status !== 'open') continue
    if (memory.epoch === epoch) {
      if (writer !== '') return wrong('', { one: writer, other: instance, epoch })
      writer = instance
      continue
    }
    const above = truncations.find(range => range.epoch > memory.epoch)?.above ?? memory.vdl
    if (memory.vdl > above) return wrong('.replaced', { instance, vdl: memory.vdl, above })
  }
  return null
}

function wrong(key: string, parameters: Broken['parameters']): Broken {
  return { law: id, key: `law.${id}${key}`, parameters }
}
