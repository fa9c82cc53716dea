/**
 * Going into a thing of the stage and out again: a trail, of which the last is looked at. The thing
 * where one came from has the focus again afterwards.
 */
import type { InsideSubject } from '../../engine/contract/inside.ts'
import { viewStore } from './viewStore.ts'

/** Deeper than that nobody finds the way. */
const deepest = 6

export function lookInside(subject: InsideSubject): void {
  viewStore.setState(({ inside }) => {
    const known = inside.indexOf(subject)
    const trail = known >= 0 ? inside.slice(0, known) : inside.slice(-deepest + 1)
    return { inside: [...trail, subject], menu: null }
  })
}

/** As many things as stay on the trail; 0 = back to the whole volume. */
export function lookOut(depth?: number): void {
  viewStore.setState(({ inside }) => ({ inside: inside.slice(0, depth ?? inside.length - 1) }))
}
