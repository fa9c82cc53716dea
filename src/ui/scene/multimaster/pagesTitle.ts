/** The line over the pages: what they are, and at its end what is assumed in this picture. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type AssumptionId, assumptionTerm, mmAssumptions } from '../../../words/mmAssumptions.ts'
import type { Box } from '../geometry.ts'
import { type Label, label, textWidth } from '../label.ts'
import { isForWall, leastLetter } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'
import { fittingText } from './fittingText.ts'

export function pagesTitle(
  frame: Frame,
  layout: Layout,
  shown: number,
  { assumed, legend }: { assumed: AssumptionId | null; legend: string[] },
): Label[] {
  const { multiMaster: view } = frame
  const all = view?.pages.length ?? 0
  if (layout.multiMaster === null || view === null) return []
  const { pages } = layout.multiMaster
  const count = shown < all ? `, ${shown} of ${all}` : ''
  const long = `Pages${count}: rows, version in storage and in each writer’s memory`
  const text = all === 0 ? 'Pages: none in play yet' : long
  const y = pages.y + Math.max(11, 0.9 * leastLetter())
  const aside = assumptionLabel(assumed, pages, y)
  const room = pages.width - 36 - (aside === null ? 0 : textWidth(aside.text, 12))
  const fits = fittingText([...(isForWall() ? legend : []), text, `Pages${count}`], 12, room)
  const term = legend.includes(fits) ? 'page check' : 'page'
  const title = label({ id: 'pages', text: fits, x: 12, y, size: 12, term })
  return aside === null ? [title] : [title, aside]
}

function assumptionLabel(id: AssumptionId | null, pages: Box, y: number): Label | null {
  if (id === null) return null
  const { gist } = mmAssumptions[id]
  const start = '≈ not documented'
  const long = [`${start} by AWS (${id}): ${gist}`, `${start} (${id}): ${gist}`]
  const choices = [...(isForWall() ? [] : long), `${start} by AWS (${id})`, `${start} (${id})`]
  const text = fittingText(choices, 12, pages.width * 0.6)
  const x = pages.x + pages.width - 12 - textWidth(text, 12)
  return label({ id: 'pages-assumption', text, x, y, size: 12, term: assumptionTerm(id) })
}
