/** What of the stage lies under a point of the page, and where its links run. */
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { Point } from './crosses.ts'

export interface DrawnLink {
  link: TargetId
  /** Points of the page along it. */
  line: Point[]
}

/** The words of a thing stand for it. */
export function subjectOf(element: Element | null | undefined): TargetId | null {
  return element?.getAttribute('data-control')?.replace(/ details$/, '') ?? null
}

export function subjectAt({ x, y }: Point): TargetId | null {
  const all = document.elementsFromPoint(x, y)
  return subjectOf(all.find(its => its.closest('[data-control]'))?.closest('[data-control]'))
}

/** Enough to follow a curve. */
const samples = 24

/** Every link that is drawn, all of its way. */
export function linksOnStage(): DrawnLink[] {
  const drawn = document.querySelectorAll<SVGGElement>('.stage-place [data-link]')
  return [...drawn].flatMap(element => {
    const path = element.querySelector('path')
    const matrix = path?.getScreenCTM()
    if (!path || !matrix) return []
    const length = path.getTotalLength()
    const line = Array.from({ length: samples + 1 }, (_, step) =>
      path.getPointAtLength((length * step) / samples).matrixTransform(matrix),
    )
    return [{ link: element.dataset.link ?? '', line }]
  })
}
