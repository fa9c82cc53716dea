/** The growth allowance is never negative and never above what the bucket holds. */
import { rampOf } from '../aurora/serverless/rampOf.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'allowanceInBounds'

export const allowanceInBounds: Law<null> = {
  id,
  rule: 'S11',
  watches: 'always',
  remember: () => null,
  after: ({ world }) => check(world),
  sweep: check,
}

function check(world: World): Broken | null {
  const { serverless, instances } = world
  if (!serverless) return null
  const { burst } = rampOf(world)
  for (const { instance, tokens } of serverless.capacities) {
    if (tokens >= 0 && tokens <= burst) continue
    const parameters = { instance: instances[instance]!.id, tokens, burst }
    return { law: id, key: `law.${id}`, parameters }
  }
  return null
}
