/** Asks why a statement was refused: the newest refusal of its session up to its answer. */
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { askWhy } from '../../store/askWhy.ts'
import { engineStore } from '../../store/engineStore.ts'

export async function askWhyRefused({ session, finishedAt }: StatementRecord): Promise<void> {
  const { engine, playback } = engineStore.getState()
  const until = finishedAt ?? playback?.at ?? 0
  const refusals = await engine?.facts({ fact: 'StatementRefused', where: { session } })
  const fact = refusals?.findLast(({ at }) => at <= until)
  if (fact !== undefined) await askWhy(fact)
}
