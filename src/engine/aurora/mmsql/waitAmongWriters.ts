/** What a statement that rests at one of several writers waits for. */
import type { SqlSessionView } from '../../contract/sqlView.ts'
import { proposalOf } from '../multimaster/proposals.ts'
import { mmOf } from '../multimaster/mmPlaces.ts'
import type { Proposing } from '../sql/several.ts'
import type { World } from '../world.ts'

export function waitAmongWriters(
  world: World,
  { proposal, isLatching, syncSince, ownedSince }: Proposing,
): NonNullable<SqlSessionView['waitsFor']> {
  const page = proposal > 0 ? proposalOf(mmOf(world), proposal)?.page : undefined
  const resource = page === undefined ? '' : `page ${page}`
  if (ownedSince >= 0) return { what: 'lock', resource: 'a row of another writer', holders: [] }
  if (proposal > 0) return { what: 'verdict', resource, holders: [] }
  if (isLatching) return { what: 'latch', resource, holders: [] }
  return { what: syncSince >= 0 ? 'regional' : 'definition', resource, holders: [] }
}
