/** The signs of what happens at an actor, drawn around where the pen stands. */
import type { MarkShape } from './spacetimeShapes.ts'

export const markShapes: Record<MarkShape, string> = {
  commit: 'm0 -6l6 6l-6 6l-6 -6z',
  yes: 'm-4 0l3 3.5l5 -7',
  no: 'm-3.5 -3.5l7 7m0 -7l-7 7',
  fault: 'm0 -6l6 11h-12z',
  heal: 'm0 -5v10m-5 -5h10',
  point: 'm0 -4v8',
  other: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0',
}
