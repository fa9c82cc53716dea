/** One step of a *why*: what it says, how deep it stands, and what it points at. */
import type { Cause } from '../contract/cause.ts'

type Said = Pick<Cause, 'key' | 'parameters'>

export function step(depth: number, said: Said, more: Partial<Cause> = {}): Cause {
  return { depth, tone: 'plain', at: null, fact: null, subject: null, ...more, ...said }
}
