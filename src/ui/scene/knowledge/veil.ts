/** Something grey over a thing that an actor was not told of, and why. */
import type { KnownActor, Knowledge } from '../../../engine/contract/knowledge.ts'
import type { Box } from '../geometry.ts'
import type { Label } from '../label.ts'

export interface Veil {
  id: string
  /** `newer`: what it may have since it was heard · `unknown`: nothing was heard. */
  kind: 'newer' | 'unknown' | 'silent' | 'suspected'
  box: Box
}

export interface VeilWithWords {
  veil: Veil
  labels: Label[]
}

export function otherOf({ others }: Knowledge, actor: string): KnownActor | undefined {
  return others.find(each => each.actor === actor)
}
