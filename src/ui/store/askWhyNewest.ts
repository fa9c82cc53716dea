/** Asks why the newest decision of a kind was made; when none has been, that is said. */
import type { Fact, FactKey } from '../../engine/contract/facts.ts'
import { announce } from './announce.ts'
import { askWhy } from './askWhy.ts'
import { engineStore } from './engineStore.ts'

/** `where`: fields of the fact with their values. */
export async function askWhyNewest(
  keys: readonly FactKey[],
  where: Readonly<Record<string, string>>,
): Promise<void> {
  const { engine } = engineStore.getState()
  const told = (await engine?.facts('notable').catch(() => null)) ?? []
  const newest = newestOf(told, keys, where)
  if (newest === undefined) return announce('Nothing of the kind has been decided yet.')
  await askWhy(newest)
}

export function newestOf(
  facts: readonly Fact[],
  keys: readonly FactKey[],
  where: Readonly<Record<string, string>>,
): Fact | undefined {
  const isMeant = ({ fact, parameters }: Fact) => {
    const fields = parameters as Record<string, unknown>
    return keys.includes(fact) && Object.entries(where).every(([name, is]) => fields[name] === is)
  }
  return facts.findLast(isMeant)
}
