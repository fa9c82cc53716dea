/** A button that asks why the newest decision of a kind was made; nothing told yet is said so. */
import type { Fact, FactKey } from '../../../engine/contract/facts.ts'
import { announce } from '../../store/announce.ts'
import { askWhy } from '../../store/askWhy.ts'
import { engineStore } from '../../store/engineStore.ts'
import { Button } from '../../widgets/Button.tsx'

interface WhyNewestProps {
  /** Its accessible name, which begins with what is seen of it. */
  name: string
  facts: readonly FactKey[]
  /** Only of these: fields of the fact with their values. */
  where?: Readonly<Record<string, string>>
}

export function WhyNewest({ name, facts, where = {} }: WhyNewestProps) {
  return (
    <Button look="quiet" aria-label={name} onClick={() => void askNewest(facts, where)}>
      Why?
    </Button>
  )
}

async function askNewest(keys: readonly FactKey[], where: Record<string, string>): Promise<void> {
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
