/** One more actor joins a network that runs: links are laid out by pairs of actors. */
import { linkOf, type Network, USUAL_SPEED } from './networkState.ts'

/** Links of the new actor have law 0 and lose nothing; those between others stay as they are. */
export function growNetwork(network: Network, actorCount: number): void {
  const links = actorCount * actorCount
  const before = { ...network }
  network.actorCount = actorCount
  network.law = new Uint8Array(links)
  network.cut = new Uint8Array(links)
  network.held = new Uint8Array(links)
  network.lossPpm = new Int32Array(links)
  network.duplicationPpm = new Int32Array(links)
  network.slowFactorPpm = new Float64Array(links).fill(USUAL_SPEED)
  network.down = new Uint8Array(actorCount)
  network.down.set(before.down)
  for (let from = 0; from < before.actorCount; from++) {
    for (let to = 0; to < before.actorCount; to++) copyLink(before, network, from, to)
  }
}

function copyLink(before: Network, network: Network, from: number, to: number): void {
  const source = linkOf(before, from, to)
  const link = linkOf(network, from, to)
  network.law[link] = before.law[source]!
  network.cut[link] = before.cut[source]!
  network.held[link] = before.held[source]!
  network.lossPpm[link] = before.lossPpm[source]!
  network.duplicationPpm[link] = before.duplicationPpm[source]!
  network.slowFactorPpm[link] = before.slowFactorPpm[source]!
}
