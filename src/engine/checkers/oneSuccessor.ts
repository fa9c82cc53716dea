/**
 * Multi-Master: a version of a page has at most one accepted successor, whoever proposed it
 * (rule C13). Two would be two truths about one page.
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'
import { acceptedNow } from './pagesNow.ts'

const id = 'oneSuccessor'

interface Accepted {
  version: number[]
  proposal: number[]
}

export const oneSuccessor: Law<Accepted> = {
  id,
  rule: 'C13',
  watches: ['hasAccepted'],
  remember(world) {
    const { version, lastProposal } = mmOf(world).pages
    return { version: [...version], proposal: [...lastProposal] }
  },
  after({ world }, accepted) {
    for (const page of acceptedNow(world)) {
      const broken = check(world, accepted, page)
      if (broken) return broken
    }
    return null
  },
  sweep(world, accepted) {
    for (let page = 0; page < mmOf(world).sharedPages; page++) {
      const broken = check(world, accepted, page)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, accepted: Accepted, page: number): Broken | null {
  const { pages } = mmOf(world)
  const version = pages.version[page]!
  const proposal = pages.lastProposal[page]!
  const before = accepted.proposal[page] ?? 0
  const isOther = version <= (accepted.version[page] ?? 1) && proposal !== before
  accepted.version[page] = version
  accepted.proposal[page] = proposal
  if (!isOther) return null
  return { law: id, key: `law.${id}`, parameters: { page, version, one: before, other: proposal } }
}
