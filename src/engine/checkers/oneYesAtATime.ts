/**
 * Multi-Master: a copy says yes at most once for a page and its base, unless the change it said
 * yes to was cancelled (rule C15).
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import { verdict } from '../aurora/multimaster/multiMaster.ts'
import { proposalOf } from '../aurora/multimaster/proposals.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'oneYesAtATime'

/** By slot and page: the change that it said yes to last. */
interface Said {
  yes: Int32Array[]
}

export const oneYesAtATime: Law<Said> = {
  id,
  rule: 'C15',
  watches: 'touched',
  remember: world => ({ yes: mmOf(world).tentatives.map(copy => copy.slice()) }),
  after({ world, touched }, said) {
    const { latestCopied } = mmOf(world).pages
    return touched.segmentCount === 0 || latestCopied < 0 ? null : check(world, said, latestCopied)
  },
  sweep(world, said) {
    for (let page = 0; page < mmOf(world).tablePages; page++) {
      const broken = check(world, said, page)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, said: Said, page: number): Broken | null {
  const mm = mmOf(world)
  for (let slot = 0; slot < said.yes.length; slot++) {
    const one = said.yes[slot]![page]!
    const other = mm.tentatives[slot]![page]!
    if (other === 0 || other === one) continue
    said.yes[slot]![page] = other
    if (isSameBase(world, one, other)) {
      return { law: id, key: `law.${id}`, parameters: { page, slot, one, other } }
    }
  }
  return null
}

function isSameBase(world: World, one: number, other: number): boolean {
  const mm = mmOf(world)
  const before = proposalOf(mm, one)
  const now = proposalOf(mm, other)
  return before !== null && before.verdict !== verdict.refused && before.base === now?.base
}
