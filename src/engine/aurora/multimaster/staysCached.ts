/**
 * A page whose change was refused is evicted, so that the next touch reads it fresh; by the other
 * choice it stays and redo brings it on, as long as it is current or redo for it is on its way.
 * What the members kept for a dead writer never comes as redo. Rule T13.
 */
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'

export function staysCached(world: World, writer: number, page: number): boolean {
  if (world.parameters['multiMaster.choiceRefusedStays'] === 0) return false
  const { pages, writers } = mmOf(world)
  const { applied, cache } = writers[writer]!
  if (cache[page] === pages.version[page]) return true
  return writers.some(({ status, firstPlace, stream }, origin) => {
    if (origin === writer || status !== 'online') return false
    const from = Math.max(0, applied[origin]! + 1 - firstPlace)
    return stream.slice(from).some(({ changes }) => changes.some(its => its.page === page))
  })
}
