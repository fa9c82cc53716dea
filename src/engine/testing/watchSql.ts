/** Asks the laws of typed SQL on the bench, where there is no cluster to ask them. */
import type { Context } from '../aurora/context.ts'
import type { Bench } from '../aurora/relations/testing/sqlBench.ts'
import type { World } from '../aurora/world.ts'
import { sqlLaws } from '../checkers/sqlLaws.ts'

/** Gives a function that asks all laws, by what was touched and by sweeping; it throws. */
export function watchSql({ relations, desk, host }: Bench): () => void {
  const world = { now: 0, instances: [{ id: 'w1' }], sql: { relations, places: [{ desk }] } }
  const memories = sqlLaws.map(law => law.remember(world as unknown as World))
  return () => {
    world.now = host.now
    const seen = world as unknown as World
    for (const [place, law] of sqlLaws.entries()) {
      const broken = law.after({ world: seen } as Context, memories[place])
      if (broken ?? law.sweep(seen, memories[place])) throw new Error(`${law.id} is broken`)
    }
  }
}
