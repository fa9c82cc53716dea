/** What changes want of a page that do not stand, or not yet; and whether it may only be read. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PageView, ProposalView } from '../../../engine/contract/multiMasterView.ts'

/** Changes of the page that an application wants and that do not stand, or not yet. */
export function pageWishes({ multiMaster }: Frame, { page }: PageView): ProposalView[] {
  const all = multiMaster?.proposals ?? []
  return all.filter(
    its =>
      its.reason === 'user' &&
      its.verdict !== 'accepted' &&
      (its.page === page || its.pages.some(change => change.page === page)),
  )
}

/** Its table's definition is being changed: writers may only read it. */
export function isFenced({ multiMaster }: Frame, { table }: PageView): boolean {
  return multiMaster?.ddl.table === table
}
