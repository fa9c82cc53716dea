/** Where things of typed SQL are found. */
import type { World } from '../world.ts'
import type { SqlWorld, Typed } from './sqlWorld.ts'

export function sqlOf({ sql }: World): SqlWorld {
  if (sql === null) throw new Error('nobody has typed SQL yet')
  return sql
}

/** Null when it is so old that it was let go of. */
export function typedNumber({ statements, firstKept }: SqlWorld, number: number): Typed | null {
  return statements[number - firstKept] ?? null
}
