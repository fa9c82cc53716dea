/**
 * Multi-Master: the writer that made the newest change of a page has it in its cache, or nothing
 * of that page: it always sees its own changes (user guide, *Consistency*; rule C16).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import { acceptedNow } from './pagesNow.ts'

const id = 'ownReadsAreFresh'

export const ownReadsAreFresh: Law<null> = {
  id,
  rule: 'C16',
  watches: ['hasAccepted'],
  remember: () => null,
  after({ world }) {
    for (const page of acceptedNow(world)) {
      const broken = check(world, page)
      if (broken) return broken
    }
    return null
  },
  sweep(world) {
    for (let page = 0; page < mmOf(world).sharedPages; page++) {
      const broken = check(world, page)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, page: number): Broken | null {
  const { pages, writers } = mmOf(world)
  const writer = pages.lastWriter[page]!
  const cached = writer < 0 ? 0 : writers[writer]!.cache[page]!
  const version = pages.version[page]!
  if (cached === 0 || cached >= version) return null
  const instance = world.instances[writer]!.id
  return { law: id, key: `law.${id}`, parameters: { page, instance, cached, version } }
}
