/**
 * Links that are cut or lossy, one way each. Between storage nodes only cut ones are listed: when
 * all of a network is lossy, those of the writer say so.
 */
import type { LinkView } from '../../contract/frame.ts'
import { linkOf } from '../../kernel/network.ts'
import type { World } from '../world.ts'

export function viewLinks(world: World): LinkView[] {
  const links: LinkView[] = []
  for (let from = 0; from < world.actors.length; from++) {
    for (let to = 0; to < world.actors.length; to++) addLink(world, links, from, to)
  }
  return links
}

function addLink(world: World, links: LinkView[], from: number, to: number): void {
  const { network, actors, instances } = world
  const link = linkOf(network, from, to)
  const isCut = network.cut[link] === 1
  const lossPpm = network.lossPpm[link]!
  const isOfInstance = from < instances.length || to < instances.length
  if (from === to || (!isCut && (lossPpm === 0 || !isOfInstance))) return
  links.push({ from: actors[from]!, to: actors[to]!, isCut, lossPpm })
}
