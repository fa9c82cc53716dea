/** Captions about links that harm no quorum: lost messages, copies or clients that are cut off. */
import type { Phrase } from '../../contract/frame.ts'
import { linkOf } from '../../kernel/network.ts'
import { isJoined } from '../status/reachability.ts'
import type { World } from '../world.ts'
import type { Situation } from './situation.ts'

export function captionOfNetwork({ world }: Situation): Phrase | null {
  const cut = world.faults.find(({ fault }) => fault === 'LinkCut')
  if (cut) return { key: 'caption.gossipCut', parameters: { target: cut.target } }
  const everywhere = lossOfNetwork(world)
  if (everywhere > 0) return { key: 'caption.lossyNetwork', parameters: { lossPpm: everywhere } }
  const loss = world.faults.find(({ fault }) => fault === 'PacketLoss')
  if (!loss) return null
  const { target, ratioPpm: lossPpm = 0 } = loss
  return { key: 'caption.lossyLink', parameters: { target, lossPpm } }
}

/** What every link between writer and nodes loses at least. */
function lossOfNetwork({ network, instances, nodes }: World): number {
  let least = 1_000_000
  for (const { actor } of instances) {
    for (const node of nodes) {
      least = Math.min(least, network.lossPpm[linkOf(network, actor, node.actor)]!)
      least = Math.min(least, network.lossPpm[linkOf(network, node.actor, actor)]!)
    }
  }
  return least
}

/** An application that cannot reach its instance asks for nothing, so nothing is written. */
export function cutFromClients(world: World): Phrase | null {
  for (const { id: application, actor, instance } of world.applications) {
    const host = world.instances[instance]!
    if (isJoined(world, actor, host.actor)) continue
    return { key: 'caption.applicationCut', parameters: { application, instance: host.id } }
  }
  return null
}
