/** What a page is called by its kind: rows, entries of an index, undo, or the system’s own. */
import type { PageKind, PageView, ProposalView } from '../../../engine/contract/multiMasterView.ts'

/** Pages of one writer alone have numbers from here on, which say nothing to a reader. */
const firstPrivate = 16_777_216

/** As short as a card needs it. */
export function cardName({ kind, page, table }: Pick<PageView, 'kind' | 'page' | 'table'>): string {
  if (kind === 'index') return `Index ${page}`
  if (kind === 'system') return table === 'undo' ? `Undo ${page}` : `System ${page}`
  return `Page ${page}`
}

const starts: Record<PageKind, string> = {
  table: 'Page',
  index: 'Index page',
  undo: 'Undo page',
  system: 'Shared undo page',
  tracker: 'Parent’s page',
}

/** The page that a change is spoken of by. */
export function changedPageName({ pages, page, instance }: ProposalView): string {
  const kind = pages.find(its => its.page === page)?.kind ?? 'table'
  return page >= firstPrivate ? `${starts[kind]} of ${instance}` : `${starts[kind]} ${page}`
}

/** What else a mini-transaction changes; empty when it is that one page. */
export function otherPages({ pages, page }: ProposalView): string[] {
  return pages
    .filter(its => its.page !== page)
    .map(its => {
      const start = starts[its.kind].toLowerCase()
      return its.page >= firstPrivate ? start : `${start} ${its.page}`
    })
}
